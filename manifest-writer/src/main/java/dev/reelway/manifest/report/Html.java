package dev.reelway.manifest.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML, with SVG in it. Text and attribute values are escaped here and nowhere else, so that the
 * name of a title or track can never be more than text; only what is written in this program's
 * source goes in as it is.
 */
final class Html {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Starts an element; {@code attributes} are names and values in turn. */
  Html open(String tag, Object... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Ends the element that was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element with text alone. */
  Html element(String tag, String text, Object... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that never has an end, such as {@code meta}, or one of SVG without children. */
  Html empty(String tag, Object... attributes) {
    start(tag, attributes);
    out.insert(out.length() - 1, '/');
    return this;
  }

  /** Text between elements. */
  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** A line break in the source, for those who read it. */
  Html line() {
    out.append('\n');
    return this;
  }

  /** The content of {@code style}, from this program's own resources. */
  Html styleSheet(String css) {
    out.append("<style>\n").append(css).append("</style>");
    return this;
  }

  private void start(String tag, Object... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1].toString())).append('"');
    }
    out.append('>');
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(allowed(point) ? point : 0xFFFD);
    }
  }

  /** Control characters and halves of pairs are no text. */
  private static boolean allowed(int point) {
    boolean space = point == '\t' || point == '\n';
    boolean half = point >= 0xD800 && point <= 0xDFFF;
    return space || (!Character.isISOControl(point) && !half && Character.isDefined(point));
  }

  @Override
  public String toString() {
    return "<!DOCTYPE html>\n" + out + "\n";
  }
}
