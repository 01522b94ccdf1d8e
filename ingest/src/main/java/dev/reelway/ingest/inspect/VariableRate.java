package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the grid of a master whose frames come unevenly (media rule 3).
 *
 * <p>The typical distance of two frames is the mean of those within a quarter of the median. A
 * standard rate within 2 % of it is taken, the nearest first; else the smallest one above it. If
 * more than 5 % of the frames would be left out at that rate, because the master alternates between
 * bursts and pauses, the next higher standard rate is tried, up to 60.
 */
final class VariableRate {

  private static final Rational NEAR = new Rational(2, 100);
  private static final int KEPT_PERCENT = 95;

  private final Rational timeBase;
  private final long[] ticks;

  /** For at least two presentation times, rising. */
  VariableRate(Rational timeBase, long[] ticks) {
    this.timeBase = timeBase;
    this.ticks = ticks;
  }

  FrameRate choose() {
    List<FrameRate> rates = StandardRates.VARIABLE;
    int index = rates.indexOf(startingRate(timeBase.times(typicalStep()).inverse()));
    while (index < rates.size() - 1 && keepsTooFew(rates.get(index))) {
      index++;
    }
    return rates.get(index);
  }

  /** The mean of all distances near the median, in ticks: rounding of single ones cancels out. */
  Rational typicalStep() {
    long[] steps = new long[ticks.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = ticks[i + 1] - ticks[i];
    }
    Arrays.sort(steps);
    long median = Math.max(1, steps[steps.length / 2]);
    long sum = 0;
    long count = 0;
    for (long step : steps) {
      if (Math.abs(step - median) * 4 <= median) {
        sum += step;
        count++;
      }
    }
    return count == 0 ? Rational.of(median) : new Rational(sum, count);
  }

  private static FrameRate startingRate(Rational median) {
    FrameRate nearest = null;
    Rational smallest = NEAR;
    for (FrameRate rate : StandardRates.VARIABLE) {
      Rational distance = absolute(rate.framesPerSecond().dividedBy(median).minus(Rational.ONE));
      if (distance.compareTo(smallest) <= 0) {
        nearest = rate;
        smallest = distance;
      }
    }
    if (nearest != null) {
      return nearest;
    }
    List<FrameRate> rates = StandardRates.VARIABLE;
    return rates.stream()
        .filter(rate -> rate.framesPerSecond().compareTo(median) >= 0)
        .findFirst()
        .orElse(rates.get(rates.size() - 1));
  }

  private static Rational absolute(Rational value) {
    return value.signum() < 0 ? Rational.ZERO.minus(value) : value;
  }

  private boolean keepsTooFew(FrameRate rate) {
    SlotClock clock = new SlotClock(timeBase, rate);
    long kept = 0;
    long previous = -1;
    for (long tick : ticks) {
      long slot = clock.slot(tick - ticks[0]);
      if (slot != previous) {
        kept++;
        previous = slot;
      }
    }
    return kept * 100 < (long) ticks.length * KEPT_PERCENT;
  }
}
