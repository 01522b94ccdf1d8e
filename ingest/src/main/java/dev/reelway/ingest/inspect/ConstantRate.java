package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises masters whose frames come at one constant rate (media rule 1: the rate is exact).
 *
 * <p>A rate fits when frame n of the master is the frame nearest to slot n of the grid, for every
 * n. That forgives time stamps rounded to milliseconds (Matroska, FLV) and small jitter, but no
 * drift: a missing or extra frame breaks it. Of several rates that fit, the one with the smallest
 * largest deviation is taken.
 */
final class ConstantRate {

  /** Larger numerators would make a timescale beyond 32 bits likely. */
  private static final long LARGEST_NUMERATOR = Integer.MAX_VALUE;

  /** A container's average is only believed when it looks chosen, not measured. */
  private static final long LARGEST_AVERAGE_TERM = 240_000;

  private final Rational timeBase;
  private final Rational averageRate;
  private final TickRuns times;

  /** For at least two presentation times. */
  ConstantRate(Rational timeBase, Rational averageRate, TickRuns times) {
    this.timeBase = timeBase;
    this.averageRate = averageRate;
    this.times = times;
  }

  Optional<FrameRate> find() {
    List<long[]> runs = times.toTriples();
    return runs.size() == 1 ? ofEvenSteps(runs.get(0)[1]) : ofRoundedSteps();
  }

  /** Every step is the same: that step is the rate, unless it is itself a rounded standard rate. */
  private Optional<FrameRate> ofEvenSteps(long step) {
    if (step <= 0) {
      return Optional.empty();
    }
    Rational exact = timeBase.times(step).inverse();
    List<FrameRate> candidates = new ArrayList<>();
    for (FrameRate rate : StandardRates.CONSTANT) {
      if (roundsTo(step, rate)) {
        candidates.add(rate);
      }
    }
    long[] ends = {times.first(), times.last()};
    int[] slots = {0, times.size() - 1};
    return best(candidates, ends, slots)
        .or(
            () ->
                exact.numerator() <= LARGEST_NUMERATOR
                    ? Optional.of(new FrameRate(exact))
                    : Optional.empty());
  }

  /** Whether {@code step} is a frame of {@code rate} rounded to a whole tick. */
  private boolean roundsTo(long step, FrameRate rate) {
    Rational ideal = timeBase.times(rate.framesPerSecond()).inverse();
    Rational difference = ideal.minus(Rational.of(step));
    return difference.compareTo(Rational.ONE) < 0 && difference.compareTo(Rational.of(-1)) > 0;
  }

  private Optional<FrameRate> ofRoundedSteps() {
    long[] ticks = times.toArray();
    int[] slots = new int[ticks.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = i;
    }
    return best(StandardRates.CONSTANT, ticks, slots).or(() -> best(average(), ticks, slots));
  }

  private List<FrameRate> average() {
    boolean chosen =
        averageRate.signum() > 0
            && averageRate.numerator() <= LARGEST_AVERAGE_TERM
            && averageRate.denominator() <= LARGEST_AVERAGE_TERM;
    return chosen ? List.of(new FrameRate(averageRate)) : List.of();
  }

  private Optional<FrameRate> best(List<FrameRate> candidates, long[] ticks, int[] slots) {
    FrameRate best = null;
    Rational smallest = null;
    for (FrameRate candidate : candidates) {
      Optional<Rational> deviation = largestDeviation(candidate, ticks, slots);
      if (deviation.isPresent() && (smallest == null || deviation.get().compareTo(smallest) < 0)) {
        best = candidate;
        smallest = deviation.get();
      }
    }
    return Optional.ofNullable(best);
  }

  /** The largest distance of a frame from its slot in frames; empty if one lies nearer another. */
  private Optional<Rational> largestDeviation(FrameRate rate, long[] ticks, int[] slots) {
    SlotClock clock = new SlotClock(timeBase, rate);
    if (!clock.reaches(ticks[ticks.length - 1] - ticks[0])) {
      return Optional.empty();
    }
    long largest = 0;
    for (int i = 0; i < ticks.length; i++) {
      long ticksSinceStart = ticks[i] - ticks[0];
      if (clock.slot(ticksSinceStart) != slots[i]) {
        return Optional.empty();
      }
      largest = Math.max(largest, clock.deviation(ticksSinceStart, slots[i]));
    }
    return Optional.of(new Rational(largest, clock.unit()));
  }
}
