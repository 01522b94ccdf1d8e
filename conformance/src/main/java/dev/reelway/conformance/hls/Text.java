package dev.reelway.conformance.hls;

import dev.reelway.contracts.time.Rational;
import java.util.Locale;

/** Small helpers for what findings say. */
final class Text {
  private Text() {}

  /** {@code 6.006 s}. */
  static String seconds(Rational seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds.toDouble());
  }

  static Rational absolute(Rational value) {
    return value.signum() < 0 ? Rational.ZERO.minus(value) : value;
  }
}
