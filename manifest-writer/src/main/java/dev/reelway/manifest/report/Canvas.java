package dev.reelway.manifest.report;

import java.util.Locale;

/**
 * The drawing area of a chart: an SVG with room for marks at its left and below it.
 *
 * <pre>
 *   8 |........................|
 *   4 |........................|  plot
 *     +------------------------+
 *     0:00        0:30      1:00
 * </pre>
 */
final class Canvas {

  private static final int LEFT = 62;
  private static final int RIGHT = 14;
  private static final int TOP = 12;
  private static final int BOTTOM = 28;

  private final Html html;
  private final int width;
  private final int height;

  Canvas(Html html, int width, int height) {
    this.html = html;
    this.width = width;
    this.height = height;
  }

  /** Starts the drawing; {@code words} tell those who cannot see it what it shows. */
  void open(String style, String words) {
    html.line()
        .open(
            "svg",
            "class",
            "chart " + style,
            "viewBox",
            "0 0 " + width + " " + height,
            "role",
            "img",
            "aria-label",
            words);
  }

  void close() {
    html.close();
  }

  /** Where {@code place} of the horizontal axis lies. */
  double x(double place) {
    return LEFT + place * (width - LEFT - RIGHT);
  }

  /** Where {@code place} of the vertical axis lies, which rises. */
  double y(double place) {
    return height - BOTTOM - place * (height - TOP - BOTTOM);
  }

  /** A line across with a mark at its left. */
  void row(double place, String mark) {
    html.empty(
        "line",
        "class",
        "grid",
        "x1",
        LEFT,
        "x2",
        width - RIGHT,
        "y1",
        n(y(place)),
        "y2",
        n(y(place)));
    html.element(
        "text", mark, "class", "mark", "x", LEFT - 8, "y", n(y(place) + 4), "text-anchor", "end");
  }

  /** A mark below. */
  void column(double place, String mark) {
    String anchor = place > 0.96 ? "end" : place < 0.04 ? "start" : "middle";
    html.empty(
        "line",
        "class",
        "grid",
        "x1",
        n(x(place)),
        "x2",
        n(x(place)),
        "y1",
        TOP,
        "y2",
        height - BOTTOM);
    html.element(
        "text",
        mark,
        "class",
        "mark",
        "x",
        n(x(place)),
        "y",
        height - BOTTOM + 18,
        "text-anchor",
        anchor);
  }

  /** A line of the colour {@code colour} through points of {@code path}. */
  void path(int colour, String path) {
    html.empty("path", "class", "line", "style", "stroke:" + colour(colour), "d", path);
  }

  void dot(int colour, double x, double y, double radius) {
    html.empty(
        "circle",
        "class",
        "dot",
        "style",
        "fill:" + colour(colour),
        "cx",
        n(x),
        "cy",
        n(y),
        "r",
        n(radius));
  }

  void bar(String style, double x, double y, double barWidth, double barHeight) {
    html.empty(
        "rect", "class", style, "x", n(x), "y", n(y), "width", n(barWidth), "height", n(barHeight));
  }

  void text(String text, double x, double y, String style, String anchor) {
    html.element("text", text, "class", style, "x", n(x), "y", n(y), "text-anchor", anchor);
  }

  /** The colour of the {@code index}-th line. */
  static String colour(int index) {
    return "var(--c" + index % 8 + ")";
  }

  /** A coordinate with one decimal. */
  static String n(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
