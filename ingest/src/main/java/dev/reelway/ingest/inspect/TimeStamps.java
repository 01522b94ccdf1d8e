package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses pictures whose time stamps cannot be meant: jumps, and more than anyone would watch. */
final class TimeStamps {

  private static final Rational LONG_GAP_SECONDS = Rational.of(60);
  private static final Rational LONGEST_GAP_SECONDS = Rational.of(3600);
  private static final int MOST_PLACES = 5;
  private static final long FASTEST = 1000;
  private static final int FEW = 10;
  private static final int MOST_FRAMES = 20_000_000;

  private TimeStamps() {}

  static void check(Master master, TickRuns times, long endTicks, Rational timeBase) {
    if (times.size() > MOST_FRAMES) {
      throw unsupported(
          "'%s' has %d pictures, but at most %d are handled."
              .formatted(master.name(), times.size(), MOST_FRAMES));
    }
    // FFmpeg takes a missing time scale (0) for 1, and then a frame lasts for minutes.
    Rational average =
        timeBase.times(endTicks - times.first()).dividedBy(Rational.of(times.size()));
    if (timeBase.compareTo(Rational.ONE) >= 0 && average.compareTo(LONG_GAP_SECONDS) > 0) {
      throw new ReelwayException(
          FailureKind.MASTER_MALFORMED,
          "The time scale of the picture of '%s' is missing or broken.".formatted(master.name()));
    }
    checkRate(master, times, timeBase);
    long previous = times.first();
    for (long[] run : times.toTriples()) {
      checkGap(master, times.first(), previous, run[0], timeBase);
      if (run[2] > 1) {
        checkGap(master, times.first(), run[0], run[0] + run[1], timeBase);
      }
      previous = run[0] + run[1] * (run[2] - 1);
    }
  }

  private static void checkRate(Master master, TickRuns times, Rational timeBase) {
    Rational seconds = timeBase.times(times.last() - times.first());
    if (times.size() > FEW && seconds.times(FASTEST).compareTo(Rational.of(times.size())) < 0) {
      throw unsupported(
          "'%s' has about %d pictures a second, but at most %d are handled."
              .formatted(
                  master.name(), Rational.of(times.size()).dividedBy(seconds).round(), FASTEST));
    }
  }

  /** The frame shown from {@code from} to {@code to} must not stand still for too long. */
  static void checkGap(Master master, long first, long from, long to, Rational timeBase) {
    Rational gap = timeBase.times(to - from);
    if (gap.compareTo(LONGEST_GAP_SECONDS) > 0) {
      throw unsupported(
          "The time stamps of '%s' jump at %s: the next picture comes %s later."
              .formatted(
                  master.name(),
                  MediaTime.timecode(timeBase.times(from - first)),
                  MediaTime.timecode(gap)));
    }
  }

  /** Where the container's clock jumps and is made even. */
  static List<Finding> jumps(ClockMap clock, Rational origin) {
    String places =
        clock.pieces().stream()
            .limit(MOST_PLACES)
            .map(piece -> MediaTime.timecode(piece.startSeconds().minus(origin)))
            .collect(Collectors.joining(", "));
    return places.isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.CLOCK_JUMPS,
                "The time stamps jump (at %s%s); the title goes on with the next picture."
                    .formatted(places, clock.pieces().size() > MOST_PLACES ? " …" : "")));
  }

  /** Pictures that stand for long, as slides do. */
  static List<Finding> standing(TickRuns times, Rational timeBase) {
    long longest = 0;
    long at = 0;
    long previous = times.first();
    for (long[] run : times.toTriples()) {
      if (run[0] - previous > longest) {
        longest = run[0] - previous;
        at = previous;
      }
      if (run[2] > 1 && run[1] > longest) {
        longest = run[1];
        at = run[0];
      }
      previous = run[0] + run[1] * (run[2] - 1);
    }
    Rational gap = timeBase.times(longest);
    return gap.compareTo(LONG_GAP_SECONDS) <= 0
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.PICTURE_STANDS,
                "The picture at %s is shown for %s."
                    .formatted(
                        MediaTime.timecode(timeBase.times(at - times.first())),
                        MediaTime.timecode(gap))));
  }

  private static ReelwayException unsupported(String message) {
    return new ReelwayException(FailureKind.MASTER_UNSUPPORTED, message);
  }
}
