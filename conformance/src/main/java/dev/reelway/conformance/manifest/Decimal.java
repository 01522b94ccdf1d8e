package dev.reelway.conformance.manifest;

import dev.reelway.contracts.time.Rational;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decimal numbers of a manifest as exact fractions, within bounds that keep sums exact. */
public final class Decimal {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,30}))?");
  private static final int DIGITS = 9;

  private Decimal() {}

  /** Reads {@code 6.006}; digits behind the ninth are dropped. Empty if it is no such number. */
  public static Optional<Rational> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(2) == null ? "" : matcher.group(2);
    String fraction = (digits + "0".repeat(DIGITS)).substring(0, DIGITS);
    Rational below = new Rational(Long.parseLong(fraction), 1_000_000_000L);
    return Optional.of(Rational.of(Long.parseLong(matcher.group(1))).plus(below));
  }
}
