package dev.reelway.manifest;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** Tracks with any segments, for properties. */
public abstract class RandomTracks {

  /** One segment before it has a place: how long, and at which rate. */
  private record Piece(Rational seconds, long bitsPerSecond) {}

  @Provide
  protected Arbitrary<Track> tracks() {
    Arbitrary<Long> timescales = Arbitraries.of(24000L, 25000L, 30000L, 60000L, 48000L, 44100L);
    Arbitrary<Integer> base = Arbitraries.integers().between(1000, 8000);
    Arbitrary<List<Piece>> pieces =
        Combinators.combine(
                Arbitraries.integers().between(0, 499),
                Arbitraries.longs().between(10_000, 20_000_000))
            .as((millis, rate) -> new Piece(new Rational(millis, 1000), rate))
            .list()
            .ofMinSize(1)
            .ofMaxSize(25);
    return Combinators.combine(timescales, base, pieces).as(RandomTracks::track);
  }

  private static Track track(long timescale, int baseMillis, List<Piece> pieces) {
    List<SegmentEntry> segments = new ArrayList<>();
    long start = 0;
    for (Piece piece : pieces) {
      Rational seconds = piece.seconds().plus(new Rational(baseMillis, 1000));
      long ticks = seconds.times(timescale).round();
      long bytes = Math.max(1, seconds.times(piece.bitsPerSecond()).round() / 8);
      segments.add(new SegmentEntry(segments.size() + 1, start, ticks, bytes));
      start += ticks;
    }
    return new AudioTrack(
        "a", "A", "mp4a.40.2", timescale, (int) timescale, 2, "en", TrackRole.MAIN, true, segments);
  }

  /** The target duration of a title that is this track alone. */
  protected static long targetSeconds(Track track) {
    return SegmentTimes.targetSeconds(
        new Presentation(new MediaTime(0, 1), List.of(), List.of((AudioTrack) track), List.of()));
  }
}
