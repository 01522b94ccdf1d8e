package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.util.Locale;

/** Numbers as people write them; for messages only. */
final class Words {

  private Words() {}

  /** {@code 23.976}, or {@code 25} when whole. */
  static String rate(FrameRate rate) {
    return rate.framesPerSecond().denominator() == 1 ? rate.toString() : rate.toDecimal();
  }

  /** {@code 1.5}, in seconds. */
  static String seconds(Rational seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds.toDouble());
  }

  /** {@code 850 kb/s}. */
  static String bitrate(long bitsPerSecond) {
    return bitsPerSecond / 1000 + " kb/s";
  }
}
