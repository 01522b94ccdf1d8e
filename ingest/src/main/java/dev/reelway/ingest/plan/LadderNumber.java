package dev.reelway.ingest.plan;

import dev.reelway.contracts.time.Rational;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as ladder files write them, always exact. */
final class LadderNumber {

  private static final Pattern BITRATE =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)([kKmM]?)");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,6})?");
  private static final Pattern FRACTION = Pattern.compile("[0-9]{1,9}/[1-9][0-9]{0,8}");

  private LadderNumber() {}

  /** {@code 3500k}, {@code 3.5M} or plain bits per second; empty for anything else. */
  static Optional<Rational> bitrate(String text) {
    Matcher matcher = BITRATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "k", "K" -> 1_000;
          case "m", "M" -> 1_000_000;
          default -> 1;
        };
    return Optional.of(decimal(matcher.group(1)).times(unit));
  }

  /** {@code 6}, {@code 1.5} or {@code 30000/1001}; empty for anything else. */
  static Optional<Rational> number(String text) {
    if (FRACTION.matcher(text).matches()) {
      return Optional.of(Rational.parse(text));
    }
    return DECIMAL.matcher(text).matches() ? Optional.of(decimal(text)) : Optional.empty();
  }

  /** As a ladder file would write it: {@code 3500k}. */
  static String bitrateText(Rational bitsPerSecond) {
    long bits = bitsPerSecond.round();
    return bits % 1000 == 0 ? bits / 1000 + "k" : Long.toString(bits);
  }

  private static Rational decimal(String text) {
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    int scale = Math.max(0, value.scale());
    return new Rational(
        value.movePointRight(scale).longValueExact(), BigDecimal.TEN.pow(scale).longValueExact());
  }
}
