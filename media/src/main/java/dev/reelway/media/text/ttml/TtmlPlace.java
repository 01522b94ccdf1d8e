package dev.reelway.media.text.ttml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a region stands, as WebVTT cue settings. */
final class TtmlPlace {

  private static final Pattern PERCENTS =
      Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)%\\s+(\\d{1,3}(?:\\.\\d+)?)%");

  /** Text that ends lower stands where players put it anyway. */
  private static final double BOTTOM = 75;

  /** How high a line is, in percent of the picture. */
  private static final double LINE = 5.33;

  private static final double CENTRED = 5;

  private TtmlPlace() {}

  /** Settings of text with {@code lines} lines; empty if the region has no place. */
  static String settings(TtmlStyle region, String textAlign, int lines) {
    List<String> settings = new ArrayList<>();
    double[] origin = percents(region.get("origin"), 0, 0);
    double[] extent = percents(region.get("extent"), 100 - origin[0], 100 - origin[1]);
    boolean placed = !region.get("origin").isEmpty() || !region.get("extent").isEmpty();
    if (placed) {
      line(region.get("displayAlign"), origin[1], extent[1], lines, settings);
    }
    switch (textAlign) {
      case "left", "start" -> settings.add(position(origin[0]) + " align:left");
      case "right", "end" -> settings.add(position(origin[0] + extent[0]) + " align:right");
      default -> {
        double middle = origin[0] + extent[0] / 2;
        if (Math.abs(middle - 50) > CENTRED) {
          settings.add(position(middle));
        }
      }
    }
    return String.join(" ", settings);
  }

  private static void line(
      String align, double top, double height, int lines, List<String> settings) {
    double first =
        switch (align) {
          case "after" -> top + height - lines * LINE;
          case "center" -> top + (height - lines * LINE) / 2;
          default -> top;
        };
    if (first + lines * LINE < BOTTOM) {
      settings.add("line:" + percent(first));
    }
  }

  private static String position(double value) {
    return "position:" + percent(value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", Math.max(0, Math.min(100, value)));
  }

  private static double[] percents(String written, double first, double second) {
    Matcher numbers = PERCENTS.matcher(written);
    return numbers.matches()
        ? new double[] {Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2))}
        : new double[] {first, second};
  }
}
