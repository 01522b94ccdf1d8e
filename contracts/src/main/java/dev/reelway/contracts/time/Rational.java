package dev.reelway.contracts.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms with a positive denominator. The base of all time arithmetic:
 * no decision on the way is ever made on floating-point seconds.
 *
 * <p>All operations are exact or throw {@link ArithmeticException}; nothing overflows silently.
 */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {

  /** Zero. */
  public static final Rational ZERO = new Rational(0, 1);

  /** One. */
  public static final Rational ONE = new Rational(1, 1);

  /** Reduces the fraction; a zero denominator is refused. */
  public Rational {
    if (denominator == 0) {
      throw new ArithmeticException("a fraction needs a denominator: " + numerator + "/0");
    }
    if (denominator < 0) {
      numerator = Math.negateExact(numerator);
      denominator = Math.negateExact(denominator);
    }
    long divisor = greatestCommonDivisor(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  /** The whole number {@code value}. */
  public static Rational of(long value) {
    return new Rational(value, 1);
  }

  /** Reads {@code "24000/1001"} or {@code "25"}. */
  @JsonCreator
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? of(Long.parseLong(text.trim()))
        : new Rational(
            Long.parseLong(text.substring(0, slash).trim()),
            Long.parseLong(text.substring(slash + 1).trim()));
  }

  /** This plus {@code other}. */
  public Rational plus(Rational other) {
    return of(
        big(numerator)
            .multiply(big(other.denominator))
            .add(big(other.numerator).multiply(big(denominator))),
        big(denominator).multiply(big(other.denominator)));
  }

  /** This minus {@code other}. */
  public Rational minus(Rational other) {
    return plus(new Rational(Math.negateExact(other.numerator), other.denominator));
  }

  /** This times {@code other}. */
  public Rational times(Rational other) {
    return of(
        big(numerator).multiply(big(other.numerator)),
        big(denominator).multiply(big(other.denominator)));
  }

  /** This times the whole number {@code factor}. */
  public Rational times(long factor) {
    return times(of(factor));
  }

  /** This divided by {@code other}, which must not be zero. */
  public Rational dividedBy(Rational other) {
    return times(other.inverse());
  }

  /** One over this. */
  public Rational inverse() {
    return new Rational(denominator, numerator);
  }

  /**
   * The nearest whole number by {@code mode}; {@link RoundingMode#UNNECESSARY} throws if inexact.
   */
  public long round(RoundingMode mode) {
    return new java.math.BigDecimal(numerator)
        .divide(new java.math.BigDecimal(denominator), 0, mode)
        .longValueExact();
  }

  /** The largest whole number not above this. */
  public long floor() {
    return Math.floorDiv(numerator, denominator);
  }

  /** The nearest whole number, halves away from zero. */
  public long round() {
    return round(RoundingMode.HALF_UP);
  }

  /** -1, 0 or 1. */
  public int signum() {
    return Long.signum(numerator);
  }

  /** For printing only. */
  public double toDouble() {
    return (double) numerator / denominator;
  }

  @Override
  public int compareTo(Rational other) {
    return big(numerator)
        .multiply(big(other.denominator))
        .compareTo(big(other.numerator).multiply(big(denominator)));
  }

  /** {@code "24000/1001"}, or {@code "25"} when whole. */
  @Override
  @JsonValue
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }

  private static Rational of(BigInteger numerator, BigInteger denominator) {
    BigInteger divisor = numerator.gcd(denominator);
    if (divisor.signum() == 0) {
      return ZERO;
    }
    return new Rational(
        numerator.divide(divisor).longValueExact(), denominator.divide(divisor).longValueExact());
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private static long greatestCommonDivisor(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x == 0 ? 1 : Math.abs(x); // Long.MIN_VALUE has no absolute value: x may be negative
  }
}
