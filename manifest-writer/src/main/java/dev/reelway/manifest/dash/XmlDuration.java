package dev.reelway.manifest.dash;

import dev.reelway.contracts.time.Rational;
import dev.reelway.manifest.SegmentTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code xs:duration} in seconds alone: every player and schema takes {@code PT5400.5S}. */
final class XmlDuration {

  /** A nanosecond is far below a tick of any track. */
  private static final int EXACT = 9;

  private static final int MILLIS = 3;

  private XmlDuration() {}

  /** To the nearest nanosecond, without needless zeros. */
  static String nearest(Rational seconds) {
    return print(SegmentTimes.decimal(seconds, EXACT, RoundingMode.HALF_UP));
  }

  /** Rounded up to a millisecond, for upper bounds. */
  static String notBelow(Rational seconds) {
    return print(SegmentTimes.decimal(seconds, MILLIS, RoundingMode.CEILING));
  }

  private static String print(BigDecimal seconds) {
    return "PT" + seconds.stripTrailingZeros().toPlainString() + "S";
  }
}
