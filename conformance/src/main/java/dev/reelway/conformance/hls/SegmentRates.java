package dev.reelway.conformance.hls;

import dev.reelway.contracts.time.Rational;
import java.util.List;

/**
 * The rates of a media playlist as RFC 8216bis defines them.
 *
 * @param peak the largest bits per second of any run of segments that lasts 0.5 to 1.5 target
 *     durations
 * @param average all bits over all seconds
 */
record SegmentRates(Rational peak, Rational average) {
  static final SegmentRates NONE = new SegmentRates(Rational.ZERO, Rational.ZERO);

  /** Longer runs than this cannot occur unless durations are absurd. */
  private static final int LONGEST_RUN = 1000;

  /**
   * A segment's share.
   *
   * @param bits of its bytes
   * @param seconds it lasts
   */
  record Share(long bits, Rational seconds) {}

  static SegmentRates of(List<Share> shares, long targetSeconds) {
    Rational average = rate(shares);
    Rational peak = Rational.ZERO;
    for (int first = 0; first < shares.size(); first++) {
      peak = larger(peak, peakFrom(shares, first, targetSeconds));
    }
    return new SegmentRates(larger(peak, average), average);
  }

  private static Rational peakFrom(List<Share> shares, int first, long targetSeconds) {
    Rational shortest = new Rational(targetSeconds, 2);
    Rational longest = new Rational(3 * targetSeconds, 2);
    Rational peak = Rational.ZERO;
    Rational seconds = Rational.ZERO;
    long bits = 0;
    int end = Math.min(shares.size(), first + LONGEST_RUN);
    for (int i = first; i < end; i++) {
      seconds = seconds.plus(shares.get(i).seconds());
      bits += shares.get(i).bits();
      if (seconds.compareTo(longest) > 0) {
        break;
      }
      if (seconds.compareTo(shortest) >= 0 && seconds.signum() > 0) {
        peak = larger(peak, perSecond(bits, seconds));
      }
    }
    return peak;
  }

  private static Rational rate(List<Share> shares) {
    Rational seconds = shares.stream().map(Share::seconds).reduce(Rational.ZERO, Rational::plus);
    long bits = shares.stream().mapToLong(Share::bits).sum();
    return seconds.signum() <= 0 ? Rational.ZERO : perSecond(bits, seconds);
  }

  /** Whole bits: sums of the exact fractions of many playlists would not fit 64 bits. */
  private static Rational perSecond(long bits, Rational seconds) {
    return Rational.of(Rational.of(bits).dividedBy(seconds).floor());
  }

  private static Rational larger(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  SegmentRates plus(SegmentRates other) {
    return new SegmentRates(peak.plus(other.peak), average.plus(other.average));
  }

  SegmentRates worst(SegmentRates other) {
    return new SegmentRates(larger(peak, other.peak), larger(average, other.average));
  }
}
