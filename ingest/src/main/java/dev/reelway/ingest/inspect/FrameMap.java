package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;

/**
 * Which source frame each output frame shows, by the nearest-slot rule.
 *
 * <pre>
 *  source   a    b c        d      e
 *  slot     0    1          3      4      round((pts − t0) × rate)
 *  output   a    c    c     d      e      the last frame in a slot wins, an empty slot repeats
 * </pre>
 *
 * @param times for each output frame the presentation time of its source frame, in ticks
 * @param leftOut source frames that no output frame shows
 * @param repeated output frames that show the same source frame as the one before
 */
record FrameMap(TickRuns times, int leftOut, int repeated) {

  /**
   * Maps an uneven master to {@code rate}.
   *
   * @param ticks presentation times, rising
   * @param endTicks when the last frame ends
   */
  static FrameMap of(long[] ticks, long endTicks, Rational timeBase, FrameRate rate) {
    SlotClock clock = new SlotClock(timeBase, rate);
    int size = size(ticks, endTicks, clock);
    long[] shown = new long[size];
    int used = 0;
    int source = 0;
    for (int slot = 0; slot < size; slot++) {
      int first = source;
      while (source < ticks.length && clock.slot(ticks[source] - ticks[0]) <= slot) {
        source++;
      }
      used += source > first ? 1 : 0;
      shown[slot] = ticks[source - 1];
    }
    return new FrameMap(TickRuns.of(shown), ticks.length - used, size - used);
  }

  /** Up to the end of the last frame, which is shown at least once. */
  private static int size(long[] ticks, long endTicks, SlotClock clock) {
    long lastSlot = clock.slot(ticks[ticks.length - 1] - ticks[0]);
    return Math.toIntExact(Math.max(lastSlot + 1, clock.slot(endTicks - ticks[0])));
  }
}
