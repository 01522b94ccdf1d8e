package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;

/**
 * Converts ticks since t = 0 into slots of the title's grid without rounding on the way.
 *
 * <pre>
 *  slot = round(ticks × timeBase × rate) = round(ticks × ticksWeight / slotWeight)
 * </pre>
 *
 * All results throw {@link ArithmeticException} instead of overflowing.
 */
final class SlotClock {

  private final long ticksWeight;
  private final long slotWeight;

  SlotClock(Rational timeBase, FrameRate rate) {
    Rational slotsPerTick = timeBase.times(rate.framesPerSecond());
    ticksWeight = slotsPerTick.numerator();
    slotWeight = slotsPerTick.denominator();
  }

  /** Whether the arithmetic is exact up to {@code ticks} since t = 0. */
  boolean reaches(long ticks) {
    return ticks <= Long.MAX_VALUE / 4 / ticksWeight;
  }

  /** The slot nearest to {@code ticks} since t = 0; halves go up. */
  long slot(long ticks) {
    long doubled = Math.multiplyExact(2, Math.multiplyExact(ticks, ticksWeight));
    return Math.floorDiv(Math.addExact(doubled, slotWeight), Math.multiplyExact(2, slotWeight));
  }

  /** How far {@code ticks} lies from slot {@code slot}, in units of {@link #unit()}. */
  long deviation(long ticks, long slot) {
    return Math.abs(
        Math.subtractExact(
            Math.multiplyExact(ticks, ticksWeight), Math.multiplyExact(slot, slotWeight)));
  }

  /** One slot in units of {@link #deviation}. */
  long unit() {
    return slotWeight;
  }
}
