package dev.reelway.manifest;

import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;

/**
 * Average and peak rate of a track, in bits per second, rounded up.
 *
 * <p>The peak is the largest rate of any run of contiguous segments that lasts from half to one and
 * a half target durations, the last segment included (RFC 8216, 4.1):
 *
 * <pre>
 *  segment    |--6 s--|--6 s--|--6 s--|-2 s-|      target 6 s: runs of 3 … 9 s
 *  runs       |=======|=======|=======|
 *                             |=============|
 * </pre>
 *
 * @param averageBitsPerSecond all bits over the whole duration
 * @param peakBitsPerSecond never below the average
 */
public record BitrateWindow(long averageBitsPerSecond, long peakBitsPerSecond) {

  /**
   * Measures a track.
   *
   * @param targetSeconds {@link SegmentTimes#targetSeconds} of the title
   */
  public static BitrateWindow of(Track track, long targetSeconds) {
    List<SegmentEntry> segments = track.segments();
    long bytes = segments.stream().mapToLong(SegmentEntry::sizeBytes).sum();
    long ticks = segments.stream().mapToLong(SegmentEntry::durationTicks).sum();
    long average = rate(bytes, ticks, track.timescale());
    long peak = average;
    for (int first = 0; first < segments.size(); first++) {
      peak = Math.max(peak, peakFrom(first, segments, track.timescale(), targetSeconds));
    }
    return new BitrateWindow(average, peak);
  }

  /** The rates of two tracks played together. */
  public BitrateWindow plus(BitrateWindow other) {
    return new BitrateWindow(
        averageBitsPerSecond + other.averageBitsPerSecond,
        peakBitsPerSecond + other.peakBitsPerSecond);
  }

  private static long peakFrom(
      int first, List<SegmentEntry> segments, long timescale, long targetSeconds) {
    long bytes = 0;
    long ticks = 0;
    long peak = 0;
    for (SegmentEntry segment : segments.subList(first, segments.size())) {
      bytes += segment.sizeBytes();
      ticks += segment.durationTicks();
      if (2 * ticks > 3 * targetSeconds * timescale) {
        break;
      }
      if (2 * ticks >= targetSeconds * timescale) {
        peak = Math.max(peak, rate(bytes, ticks, timescale));
      }
    }
    return peak;
  }

  private static long rate(long bytes, long ticks, long timescale) {
    long bitTicks = Math.multiplyExact(Math.multiplyExact(bytes, 8), timescale);
    return Math.floorDiv(bitTicks + ticks - 1, ticks);
  }
}
