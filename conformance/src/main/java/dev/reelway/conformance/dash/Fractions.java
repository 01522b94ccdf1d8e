package dev.reelway.conformance.dash;

import dev.reelway.contracts.time.Rational;
import java.util.Optional;

/** Numbers such as {@code 30000/1001}, {@code 25} or {@code 4:3}. */
final class Fractions {
  private Fractions() {}

  static Optional<Rational> parse(String text) {
    String plain = text.strip().replace(':', '/');
    return plain.matches("[0-9]{1,12}(/0*[1-9][0-9]{0,11})?")
        ? Optional.of(Rational.parse(plain))
        : Optional.empty();
  }
}
