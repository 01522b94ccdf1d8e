package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.work.MeasuredFragment;
import dev.reelway.contracts.work.SegmentMeasures;
import java.util.List;

/**
 * A segment as its bytes are.
 *
 * @param location as declared
 * @param timescale ticks per second of its track
 * @param measures of its bytes
 */
public record MeasuredSegment(Location location, long timescale, SegmentMeasures measures) {

  /** Returns the size of the segment. */
  public long sizeBytes() {
    return measures.sizeBytes();
  }

  /** Returns when the first sample is decoded, on the media timeline. */
  public MediaTime decodeStart() {
    return new MediaTime(measures.decodeTicks(), timescale);
  }

  /** Returns the earliest presentation on the media timeline: the edit list is not applied. */
  public MediaTime start() {
    return new MediaTime(measures.startTicks(), timescale);
  }

  /** Returns the sum of the samples' durations. */
  public MediaTime duration() {
    return new MediaTime(measures.durationTicks(), timescale);
  }

  /** Returns the number of samples. */
  public int samples() {
    return measures.samples();
  }

  /** Whether decoding can start with it. */
  public boolean startsWithSync() {
    return measures.startsWithSync();
  }

  /** Returns its fragments in file order. */
  public List<MeasuredFragment> fragments() {
    return measures.fragments();
  }

  /** Returns bits per second, rounded up; 0 if the segment has no duration. */
  public long bitsPerSecond() {
    long ticks = measures.durationTicks();
    return ticks == 0 ? 0 : -Math.floorDiv(-Math.multiplyExact(sizeBytes() * 8, timescale), ticks);
  }
}
