package dev.reelway.manifest.dash;

import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import java.math.RoundingMode;

/**
 * What {@code @bandwidth} promises together with {@code @minBufferTime} (ISO/IEC 23009-1, 5.3.5.2):
 * over a line of just that rate, a player that starts at any segment and waits for minBufferTime
 * has every segment, whole, when its turn comes.
 *
 * <p>For a line of rate R the bucket holds the bits that are asked for but not yet here:
 *
 * <pre>
 *  before segment k      full = max(0, full − R · duration(k−1)) + bits(k)
 *  the promise holds     full ≤ R · minBufferTime, for every k
 * </pre>
 *
 * The {@code max} with 0 is what lets the player start at any segment: the worst start is the one
 * at which the bucket was last empty.
 */
final class LeakyBucket {

  private LeakyBucket() {}

  /**
   * The smallest rate that keeps the promise, but not less than {@code floor}.
   *
   * @param minBuffer in seconds
   * @param floor in bits per second
   */
  static long smallestRate(Track track, Rational minBuffer, long floor) {
    if (holds(track, minBuffer, floor)) {
      return floor;
    }
    long tooSmall = floor;
    long enough = 2 * Math.max(1, floor);
    while (!holds(track, minBuffer, enough)) {
      enough = Math.multiplyExact(enough, 2);
    }
    while (enough - tooSmall > 1) {
      long middle = tooSmall + (enough - tooSmall) / 2;
      if (holds(track, minBuffer, middle)) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
    }
    return enough;
  }

  /** Whether {@code rate} (bits per second) keeps the promise. */
  static boolean holds(Track track, Rational minBuffer, long rate) {
    long bufferTicks = minBuffer.times(track.timescale()).round(RoundingMode.FLOOR);
    long full = 0; // bits × timescale, so that all numbers are whole
    long drained = 0;
    for (SegmentEntry segment : track.segments()) {
      long bits = Math.multiplyExact(segment.sizeBytes() * 8, track.timescale());
      full = Math.addExact(Math.max(0, full - drained), bits);
      if (full > Math.multiplyExact(rate, bufferTicks)) {
        return false;
      }
      drained = Math.multiplyExact(rate, segment.durationTicks());
    }
    return true;
  }
}
