package dev.reelway.manifest;

import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Segment times as decimal seconds, for printing. */
public final class SegmentTimes {

  private static final int DECIMALS = 6;

  private SegmentTimes() {}

  /**
   * The duration of every segment in seconds with six decimals. Each is the difference of two
   * rounded instants, so any run of them adds up to within a microsecond of the truth (media rule
   * 26); rounded durations would drift.
   */
  public static List<BigDecimal> durations(Track track) {
    return track.segments().stream().map(segment -> duration(track, segment)).toList();
  }

  private static BigDecimal duration(Track track, SegmentEntry segment) {
    long endTicks = segment.startTicks() + segment.durationTicks();
    return instant(endTicks, track.timescale())
        .subtract(instant(segment.startTicks(), track.timescale()));
  }

  private static BigDecimal instant(long ticks, long timescale) {
    return decimal(new MediaTime(ticks, timescale).seconds(), DECIMALS, RoundingMode.HALF_UP);
  }

  /** {@code seconds} with {@code decimals} digits after the point. */
  public static BigDecimal decimal(Rational seconds, int decimals, RoundingMode mode) {
    return BigDecimal.valueOf(seconds.numerator())
        .divide(BigDecimal.valueOf(seconds.denominator()), decimals, mode);
  }

  /**
   * The one target duration of a title in whole seconds: the longest audio or video segment,
   * rounded to the nearest second (RFC 8216, 4.3.3.1; the same on all playlists by Apple 8.2), at
   * least 1.
   */
  public static long targetSeconds(Presentation presentation) {
    return pictureAndSound(presentation)
        .flatMap(track -> durations(track).stream())
        .mapToLong(seconds -> seconds.setScale(0, RoundingMode.HALF_UP).longValueExact())
        .reduce(1, Math::max);
  }

  /** The longest segment of any picture or sound, exact; text has the same cuts. */
  public static Rational longest(Presentation presentation) {
    return pictureAndSound(presentation)
        .flatMap(
            track ->
                track.segments().stream()
                    .map(s -> new Rational(s.durationTicks(), track.timescale())))
        .max(Rational::compareTo)
        .orElse(Rational.ZERO);
  }

  /** The rest must not inflate the target duration (media rule 26), so it is not asked. */
  private static Stream<Track> pictureAndSound(Presentation presentation) {
    return Stream.concat(presentation.video().stream(), presentation.audio().stream());
  }
}
