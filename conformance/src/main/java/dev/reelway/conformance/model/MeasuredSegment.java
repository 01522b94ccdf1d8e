package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.MediaTime;
import java.util.List;

/**
 * A segment as its bytes are.
 *
 * @param location as declared
 * @param sizeBytes of the segment
 * @param decodeStart of the first sample, on the media timeline
 * @param start earliest presentation, on the media timeline: the edit list is not applied
 * @param duration sum of the samples' durations
 * @param samples number of them
 * @param startsWithSync whether decoding can start with it
 * @param fragments in file order
 */
public record MeasuredSegment(
    Location location,
    long sizeBytes,
    MediaTime decodeStart,
    MediaTime start,
    MediaTime duration,
    int samples,
    boolean startsWithSync,
    List<MeasuredFragment> fragments) {

  /** Copies the list. */
  public MeasuredSegment {
    fragments = List.copyOf(fragments);
  }

  /** Returns bits per second, rounded up; 0 if the segment has no duration. */
  public long bitsPerSecond() {
    return duration.ticks() == 0
        ? 0
        : -Math.floorDiv(
            -Math.multiplyExact(sizeBytes * 8, duration.timescale()), duration.ticks());
  }
}
