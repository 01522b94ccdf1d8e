package dev.reelway.cli.text;

import java.util.Locale;

/** How far something has come. */
public final class ProgressText {

  private static final int BAR = 28;

  private ProgressText() {}

  /** The line that tells of the whole, with a bar. */
  public static String overall(double share, String eta) {
    return String.format(
        Locale.ROOT, "%-9s%s %5.1f %%  ETA %s", "Overall", bar(share), share * 100, eta);
  }

  /** The line that tells of the whole where lines cannot renew themselves. */
  public static String plain(int percent, String eta, String more) {
    return String.format(Locale.ROOT, "Encoding %3d %%  ETA %s  %s", percent, eta, more)
        .stripTrailing();
  }

  /** A predicted time, as {@code 1:05}; dashes for a negative one, which is unknown. */
  public static String eta(long seconds) {
    return seconds < 0
        ? "--:--"
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** A bar that is filled to {@code share}. */
  public static String bar(double share) {
    int filled = (int) Math.round(Math.max(0, Math.min(1, share)) * BAR);
    return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]";
  }
}
