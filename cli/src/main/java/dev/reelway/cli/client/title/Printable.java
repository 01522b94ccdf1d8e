package dev.reelway.cli.client.title;

/** Text that others wrote, made safe for a terminal. */
public final class Printable {

  private Printable() {}

  /** Without characters that would move the cursor or change what else is shown. */
  public static String text(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> safe.appendCodePoint(isShown(c) ? c : Character.isWhitespace(c) ? ' ' : '?'));
    return safe.toString();
  }

  /** As {@link #text}, with an ellipsis in place of what is longer than {@code most}. */
  public static String shortened(String text, int most) {
    String safe = text(text);
    if (safe.codePointCount(0, safe.length()) <= most) {
      return safe;
    }
    return safe.substring(0, safe.offsetByCodePoints(0, most - 1)) + "…";
  }

  // FORMAT holds the marks that turn the direction of writing.
  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
