package dev.reelway.conformance.manifest;

import dev.reelway.contracts.time.Rational;
import java.util.Locale;

/** What findings and rules do with exact seconds. */
public final class Seconds {
  private Seconds() {}

  /** {@code 6.006 s}, for people. */
  public static String text(Rational seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds.toDouble());
  }

  /** The value without its sign. */
  public static Rational absolute(Rational value) {
    return value.signum() < 0 ? Rational.ZERO.minus(value) : value;
  }

  /** Whether two values are at most {@code slack} apart. */
  public static boolean near(Rational a, Rational b, Rational slack) {
    return absolute(a.minus(b)).compareTo(slack) <= 0;
  }
}
