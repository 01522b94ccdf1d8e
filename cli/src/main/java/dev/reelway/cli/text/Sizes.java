package dev.reelway.cli.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class Sizes {

  private Sizes() {}

  /** Bytes, as {@code 7.6 MB}. */
  public static String bytes(long bytes) {
    return scaled(bytes, "B");
  }

  /** Bits per second, as {@code 3.40 Mb/s}. */
  public static String bitRate(long bitsPerSecond) {
    return scaled(bitsPerSecond, "b/s");
  }

  private static String scaled(long value, String unit) {
    String[] prefixes = {"", "k", "M", "G", "T"};
    double scaled = value;
    int prefix = 0;
    while (scaled >= 1000 && prefix < prefixes.length - 1) {
      scaled /= 1000;
      prefix++;
    }
    String format = prefix == 0 ? "%.0f %s%s" : scaled < 10 ? "%.2f %s%s" : "%.1f %s%s";
    return String.format(Locale.ROOT, format, scaled, prefixes[prefix], unit);
  }
}
