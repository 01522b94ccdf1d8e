package dev.reelway.media.text.write;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a cue stands, as a TTML region: what WebVTT says with a line and a position from which the
 * text grows (W3C WebVTT, 7.2), TTML says with a box and the sides that the text sticks to.
 *
 * @param left in percent of the picture
 * @param top in percent of the picture
 * @param width in percent of the picture
 * @param height in percent of the picture
 * @param displayAlign {@code before}, {@code center} or {@code after}
 * @param textAlign {@code start}, {@code left}, {@code center}, {@code right} or {@code end}
 * @param writingMode {@code lrtb}, {@code tbrl} or {@code tblr}
 */
record ImscPlace(
    double left,
    double top,
    double width,
    double height,
    String displayAlign,
    String textAlign,
    String writingMode) {

  /** How high a line is, in percent of the picture: WebVTT's usual letters. */
  private static final double LINE = 5.33;

  /** Distance of unplaced text from the edges, as players keep it. */
  private static final double MARGIN = 5;

  private static final String CENTER = "center";

  /** A stretch of one axis. */
  private record Span(double from, double length) {}

  /** The place that valid WebVTT cue settings say. */
  static ImscPlace of(String settings) {
    String textAlign = setting(settings, "align").orElse(CENTER);
    Span along = along(settings, textAlign);
    String line = setting(settings, "line").orElse("");
    String displayAlign = displayAlign(line);
    Span across = across(line, displayAlign);
    return setting(settings, "vertical")
        .map(
            vertical ->
                new ImscPlace(
                    across.from,
                    along.from,
                    across.length,
                    along.length,
                    displayAlign,
                    textAlign,
                    vertical.equals("rl") ? "tbrl" : "tblr"))
        .orElseGet(
            () ->
                new ImscPlace(
                    along.from,
                    across.from,
                    along.length,
                    across.length,
                    displayAlign,
                    textAlign,
                    "lrtb"));
  }

  /** {@code 5.00% 10.66%}. */
  String origin() {
    return percents(left, top);
  }

  /** {@code 90.00% 84.34%}. */
  String extent() {
    return percents(width, height);
  }

  private static Optional<String> setting(String settings, String name) {
    for (String setting : settings.split(" ", -1)) {
      if (setting.startsWith(name + ":")) {
        return Optional.of(setting.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  private static Span along(String settings, String textAlign) {
    String[] position = setting(settings, "position").orElse("").split(",", 2);
    double size = setting(settings, "size").map(ImscPlace::number).orElse(100.0);
    String anchor = position.length > 1 ? position[1] : anchor(textAlign);
    double at = position[0].isEmpty() ? usualPosition(textAlign) : number(position[0]);
    return switch (anchor) {
      case "line-left" -> inside(at, Math.min(size, 100 - at));
      case "line-right" -> {
        double length = Math.min(size, at);
        yield inside(at - length, length);
      }
      default -> {
        double length = Math.min(size, 2 * Math.min(at, 100 - at));
        yield inside(at - length / 2, length);
      }
    };
  }

  // Letters that touch the edge of the picture are hard to read; a box without width has no place.
  private static Span inside(double from, double length) {
    double start = Math.min(Math.max(from, MARGIN), 100 - 2 * MARGIN);
    double end = Math.max(Math.min(from + length, 100 - MARGIN), start + MARGIN);
    return new Span(start, end - start);
  }

  private static String anchor(String textAlign) {
    return switch (textAlign) {
      case "start", "left" -> "line-left";
      case "end", "right" -> "line-right";
      default -> CENTER;
    };
  }

  private static double usualPosition(String textAlign) {
    return switch (textAlign) {
      case "start", "left" -> 0;
      case "end", "right" -> 100;
      default -> 50;
    };
  }

  private static String displayAlign(String line) {
    if (line.isEmpty() || line.startsWith("-") || line.endsWith(",end")) {
      return "after";
    }
    return line.endsWith("," + CENTER) ? CENTER : "before";
  }

  private static Span across(String line, String displayAlign) {
    if (line.isEmpty()) {
      return new Span(MARGIN, 100 - 2 * MARGIN);
    }
    double edge = edge(line.split(",", 2)[0]);
    return switch (displayAlign) {
      case "after" -> new Span(0, Math.max(edge, LINE));
      case CENTER -> {
        double half = Math.max(Math.min(edge, 100 - edge), LINE);
        yield new Span(Math.max(0, edge - half), Math.min(100, 2 * half));
      }
      default -> new Span(Math.min(edge, 100 - LINE), 100 - Math.min(edge, 100 - LINE));
    };
  }

  // Lines are counted from the top from 0 on, from the bottom from -1 on.
  private static double edge(String line) {
    if (line.endsWith("%")) {
      return number(line);
    }
    int number = Integer.parseInt(line);
    double edge = number < 0 ? 100 + (number + 1) * LINE : number * LINE;
    return Math.max(0, Math.min(100, edge));
  }

  private static double number(String percent) {
    return Double.parseDouble(percent.replace("%", ""));
  }

  private static String percents(double first, double second) {
    return String.format(Locale.ROOT, "%.2f%% %.2f%%", first, second);
  }
}
