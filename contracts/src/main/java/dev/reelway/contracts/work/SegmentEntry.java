package dev.reelway.contracts.work;

/**
 * One published CMAF segment.
 *
 * @param number from 1, as in its object key
 * @param startTicks presentation start in the track's timescale, encoder priming taken off
 * @param durationTicks presented duration in the track's timescale
 * @param sizeBytes length of the object
 */
public record SegmentEntry(int number, long startTicks, long durationTicks, long sizeBytes) {}
