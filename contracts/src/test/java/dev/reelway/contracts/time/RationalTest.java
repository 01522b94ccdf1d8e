package dev.reelway.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class RationalTest {

  @Property
  void constructor_anyFraction_isInLowestTermsAndPositiveBelow(
      @ForAll long numerator, @ForAll @IntRange(min = 1) int denominator, @ForAll int factor) {
    Rational fraction = new Rational(numerator, denominator);
    assertThat(fraction.denominator()).isPositive();
    assertThat(big(numerator).multiply(big(fraction.denominator())))
        .isEqualByComparingTo(big(fraction.numerator()).multiply(big(denominator)));
    if (factor != 0 && numerator == (int) numerator) {
      assertThat(new Rational(numerator * factor, (long) denominator * factor)).isEqualTo(fraction);
    }
  }

  @Example
  void constructor_zeroDenominator_isRefused() {
    assertThatThrownBy(() -> new Rational(1, 0)).isInstanceOf(ArithmeticException.class);
  }

  @Example
  void constructor_smallestLong_keepsThePositiveDenominator() {
    assertThat(new Rational(Long.MIN_VALUE, 6)).isEqualTo(new Rational(Long.MIN_VALUE / 2, 3));
  }

  @Property
  void arithmetic_anyFractions_obeysTheFieldLaws(
      @ForAll @IntRange(min = -100_000, max = 100_000) int a,
      @ForAll @IntRange(min = -100_000, max = 100_000) int b,
      @ForAll @IntRange(min = -100_000, max = 100_000) int c) {
    Rational x = new Rational(a, 1001);
    Rational y = new Rational(b, 24000);
    Rational z = new Rational(c, 7);
    assertThat(x.plus(y)).isEqualTo(y.plus(x));
    assertThat(x.plus(y).minus(y)).isEqualTo(x);
    assertThat(x.times(z)).isEqualTo(z.times(x));
    assertThat(x.times(y.plus(z))).isEqualTo(x.times(y).plus(x.times(z)));
    if (b != 0) {
      assertThat(x.dividedBy(y).times(y)).isEqualTo(x);
    }
  }

  @Example
  void arithmetic_resultOutOfRange_throwsInsteadOfWrapping() {
    Rational huge = Rational.of(Long.MAX_VALUE);
    assertThatThrownBy(() -> huge.plus(Rational.ONE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> huge.times(2)).isInstanceOf(ArithmeticException.class);
  }

  @Example
  void arithmetic_intermediateOutOfRange_isStillExact() {
    Rational huge = new Rational(Long.MAX_VALUE, 3);
    assertThat(huge.times(new Rational(3, Long.MAX_VALUE))).isEqualTo(Rational.ONE);
  }

  @Property
  void compareTo_anyFractions_agreesWithDecimals(
      @ForAll int a,
      @ForAll @IntRange(min = 1) int b,
      @ForAll int c,
      @ForAll @IntRange(min = 1) int d) {
    assertThat(Integer.signum(new Rational(a, b).compareTo(new Rational(c, d))))
        .isEqualTo(big(a).multiply(big(d)).compareTo(big(c).multiply(big(b))));
  }

  @Property
  void round_anyFraction_agreesWithDecimals(
      @ForAll int numerator, @ForAll @IntRange(min = 1) int denominator) {
    Rational fraction = new Rational(numerator, denominator);
    assertThat(fraction.round())
        .isEqualTo(big(numerator).divide(big(denominator), 0, RoundingMode.HALF_UP).longValue());
    assertThat(fraction.floor()).isEqualTo(fraction.round(RoundingMode.FLOOR));
  }

  @Property
  void parse_printed_isEqual(@ForAll long numerator, @ForAll @IntRange(min = 1) int denominator) {
    Rational fraction = new Rational(numerator, denominator);
    assertThat(Rational.parse(fraction.toString())).isEqualTo(fraction);
  }

  @Example
  void toString_wholeNumber_hasNoSlash() {
    assertThat(new Rational(50, 2)).hasToString("25");
    assertThat(new Rational(24000, 1001)).hasToString("24000/1001");
    assertThat(new Rational(1, -3)).hasToString("-1/3");
  }

  private static BigDecimal big(long value) {
    return BigDecimal.valueOf(value);
  }
}
