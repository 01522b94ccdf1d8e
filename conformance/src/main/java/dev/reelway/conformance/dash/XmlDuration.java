package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Decimal;
import dev.reelway.contracts.time.Rational;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** xs:duration as exact seconds; years and months have no fixed length and are not read. */
final class XmlDuration {
  private static final Pattern FORM =
      Pattern.compile(
          "P(?:([0-9]{1,5})D)?"
              + "(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9}(?:\\.[0-9]{1,30})?)S)?)?");

  private XmlDuration() {}

  static Optional<Rational> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long hours = 24 * number(matcher.group(1)) + number(matcher.group(2));
    long seconds = 60 * (60 * hours + number(matcher.group(3)));
    Optional<Rational> rest =
        matcher.group(4) == null ? Optional.of(Rational.ZERO) : Decimal.parse(matcher.group(4));
    return rest.map(Rational.of(seconds)::plus);
  }

  private static long number(String text) {
    return text == null ? 0 : Long.parseLong(text);
  }
}
