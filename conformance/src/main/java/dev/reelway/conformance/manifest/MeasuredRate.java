package dev.reelway.conformance.manifest;

import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/** The frame rate of measured segments. */
public final class MeasuredRate {
  private MeasuredRate() {}

  /**
   * Samples per second over all segments but the last, whose last sample may be cut short by the
   * end of the title; empty if they have no duration.
   */
  public static Optional<Rational> of(List<MeasuredSegment> segments) {
    return over(body(segments));
  }

  /** Whether every segment but the last has the same rate. */
  public static boolean isSteady(List<MeasuredSegment> segments) {
    return body(segments).stream().map(segment -> over(List.of(segment))).distinct().count() == 1;
  }

  /**
   * Whether an only segment has this rate but for its last sample, which the end of the title cuts
   * short.
   */
  public static boolean isCut(List<MeasuredSegment> segments, Rational rate) {
    if (segments.size() != 1) {
      return false;
    }
    Rational samples = segments.get(0).duration().seconds().times(rate);
    Rational left = Rational.of(segments.get(0).samples()).minus(samples);
    return left.signum() > 0 && left.compareTo(Rational.of(1)) < 0;
  }

  private static List<MeasuredSegment> body(List<MeasuredSegment> segments) {
    return segments.size() < 2 ? segments : segments.subList(0, segments.size() - 1);
  }

  private static Optional<Rational> over(List<MeasuredSegment> segments) {
    long samples = segments.stream().mapToLong(MeasuredSegment::samples).sum();
    long ticks = segments.stream().mapToLong(segment -> segment.duration().ticks()).sum();
    return segments.isEmpty() || ticks <= 0 || samples == 0
        ? Optional.empty()
        : Optional.of(
            Rational.of(samples)
                .times(segments.get(0).duration().timescale())
                .dividedBy(Rational.of(ticks)));
  }
}
