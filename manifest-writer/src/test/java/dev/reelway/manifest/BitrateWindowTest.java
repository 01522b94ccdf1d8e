package dev.reelway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class BitrateWindowTest extends RandomTracks {

  @Property(tries = 300)
  void of_anyTrack_agreesWithBruteForce(@ForAll("tracks") Track track) {
    long target = RandomTracks.targetSeconds(track);
    BitrateWindow window = BitrateWindow.of(track, target);
    BigDecimal average = rate(track, 0, track.segments().size());
    assertThat(window.averageBitsPerSecond()).isEqualTo(ceiling(average));
    BigDecimal peak = average;
    for (int from = 0; from < track.segments().size(); from++) {
      for (int to = from + 1; to <= track.segments().size(); to++) {
        BigDecimal targets = seconds(track, from, to).divide(BigDecimal.valueOf(target), EXACT);
        if (targets.compareTo(new BigDecimal("0.5")) >= 0
            && targets.compareTo(new BigDecimal("1.5")) <= 0) {
          peak = peak.max(rate(track, from, to));
        }
      }
    }
    assertThat(window.peakBitsPerSecond()).isEqualTo(ceiling(peak));
  }

  private static final MathContext EXACT = new MathContext(60);

  private static BigDecimal rate(Track track, int from, int to) {
    long bytes = track.segments().subList(from, to).stream().mapToLong(s -> s.sizeBytes()).sum();
    return BigDecimal.valueOf(8 * bytes).divide(seconds(track, from, to), EXACT);
  }

  private static BigDecimal seconds(Track track, int from, int to) {
    long ticks =
        track.segments().subList(from, to).stream().mapToLong(s -> s.durationTicks()).sum();
    return BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(track.timescale()), EXACT);
  }

  /** Forgives the last of 60 digits. */
  private static long ceiling(BigDecimal value) {
    return value.setScale(20, RoundingMode.HALF_UP).setScale(0, RoundingMode.CEILING).longValue();
  }

  @Example
  void of_largeShortTail_countsItWithTheSegmentBefore() {
    Track track = track(new long[] {6000, 6000, 2000}, new long[] {600_000, 600_000, 600_000});
    BitrateWindow window = BitrateWindow.of(track, 6);
    assertThat(window.peakBitsPerSecond()).isEqualTo(1_200_000); // 9.6 Mbit in 8 s
    assertThat(window.averageBitsPerSecond()).isEqualTo(1_028_572); // 14.4 Mbit in 14 s
  }

  @Example
  void of_titleShorterThanAnyRun_isItsAverage() {
    BitrateWindow window = BitrateWindow.of(track(new long[] {300}, new long[] {30_000}), 1);
    assertThat(window).isEqualTo(new BitrateWindow(800_000, 800_000));
  }

  private static Track track(long[] millis, long[] bytes) {
    SegmentEntry[] segments = new SegmentEntry[millis.length];
    long start = 0;
    for (int i = 0; i < millis.length; i++) {
      segments[i] = new SegmentEntry(i + 1, start, millis[i], bytes[i]);
      start += millis[i];
    }
    return new AudioTrack(
        "a", "A", "mp4a.40.2", 1000, 48000, 2, "en", TrackRole.MAIN, true, List.of(segments));
  }
}
