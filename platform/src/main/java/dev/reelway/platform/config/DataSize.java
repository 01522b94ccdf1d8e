package dev.reelway.platform.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of bytes, written {@code 512KiB}, {@code 4GiB} or {@code 20GB}.
 *
 * @param bytes never negative
 */
public record DataSize(long bytes) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) *([KMGT]?)(I?)B?");
  private static final String UNITS = "KMGT";
  private static final long BINARY = 1024;
  private static final long DECIMAL = 1000;

  /** Checks the limit. */
  public DataSize {
    Limits.check(bytes >= 0, "size", "must not be negative");
  }

  /**
   * Reads a number with an optional unit: {@code KiB} is 1024 bytes, {@code KB} is 1000.
   *
   * @throws IllegalArgumentException if {@code text} is none
   */
  public static DataSize parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches() || (matcher.group(2).isEmpty() && !matcher.group(3).isEmpty())) {
      throw new IllegalArgumentException("is no size such as 512KiB or 4GiB");
    }
    long factor = matcher.group(3).isEmpty() ? DECIMAL : BINARY;
    int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
    long bytes = Long.parseLong(matcher.group(1));
    try {
      for (int i = 0; i < power; i++) {
        bytes = Math.multiplyExact(bytes, factor);
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is larger than any disk", e);
    }
    return new DataSize(bytes);
  }

  /** The largest binary unit that gives a whole number. */
  @Override
  public String toString() {
    long number = bytes;
    int power = 0;
    while (number != 0 && number % BINARY == 0 && power < UNITS.length()) {
      number /= BINARY;
      power++;
    }
    return power == 0 ? number + "B" : number + "" + UNITS.charAt(power - 1) + "iB";
  }
}
