package dev.reelway.conformance.dash;

/**
 * A segment on the timeline of its Representation.
 *
 * @param number for {@code $Number$}
 * @param ticks start on the media timeline
 * @param durationTicks its length
 */
record SegmentTime(long number, long ticks, long durationTicks) {
  long end() {
    return Math.addExact(ticks, durationTicks);
  }
}
