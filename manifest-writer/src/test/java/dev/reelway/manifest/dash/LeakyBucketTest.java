package dev.reelway.manifest.dash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.manifest.RandomTracks;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class LeakyBucketTest extends RandomTracks {

  /** Plays over a line of just that rate, from every segment on. */
  @Property(tries = 300)
  void smallestRate_anyTrack_isTheLeastThatBringsEverySegmentInTime(
      @ForAll("tracks") Track track, @ForAll @IntRange(min = 1, max = 20) int minBuffer) {
    Rational buffer = Rational.of(minBuffer);
    long rate = LeakyBucket.smallestRate(track, buffer, 1);
    assertThat(playsFromEverySegment(track, minBuffer, rate)).isTrue();
    assertThat(rate == 1 || !playsFromEverySegment(track, minBuffer, rate - 1)).isTrue();
    assertThat(LeakyBucket.smallestRate(track, buffer, rate + 5)).isEqualTo(rate + 5);
  }

  private static boolean playsFromEverySegment(Track track, long minBuffer, long rate) {
    List<SegmentEntry> segments = track.segments();
    for (int start = 0; start < segments.size(); start++) {
      Rational bits = Rational.ZERO;
      for (SegmentEntry segment : segments.subList(start, segments.size())) {
        bits = bits.plus(Rational.of(8 * segment.sizeBytes()));
        long sinceStart = segment.startTicks() - segments.get(start).startTicks();
        Rational due = new Rational(sinceStart, track.timescale()).plus(Rational.of(minBuffer));
        if (bits.compareTo(due.times(rate)) > 0) {
          return false;
        }
      }
    }
    return true;
  }
}
