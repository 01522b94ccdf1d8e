package dev.reelway.media.text.cue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes well-formed WebVTT cue text: escapes what must be, closes what was opened, drops empty
 * lines (an empty line would end the cue).
 */
public final class CueText {

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Plain characters; line feeds break lines. */
  public CueText characters(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      character(plain.charAt(i));
    }
    return this;
  }

  private void character(char c) {
    switch (c) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '\u00a0' -> text.append("&nbsp;");
      case '\n' -> text.append('\n');
      case '\t' -> text.append(' ');
      default -> {
        if (!Character.isISOControl(c)) {
          text.append(c);
        }
      }
    }
  }

  /**
   * Opens a span.
   *
   * @param tag as between the brackets: {@code i}, {@code c.yellow}, {@code v Esme}
   */
  public CueText open(String tag) {
    open.push(tag);
    text.append('<').append(tag).append('>');
    return this;
  }

  /** Closes the innermost span called {@code name}, and opens again what was inside it. */
  public CueText close(String name) {
    if (open.stream().noneMatch(tag -> nameOf(tag).equals(name))) {
      return this;
    }
    List<String> inside = new ArrayList<>();
    while (!nameOf(open.peek()).equals(name)) {
      inside.add(0, open.peek());
      end();
    }
    end();
    inside.forEach(this::open);
    return this;
  }

  /** Closes all spans. */
  public CueText closeAll() {
    while (!open.isEmpty()) {
      end();
    }
    return this;
  }

  private void end() {
    text.append("</").append(nameOf(open.pop())).append('>');
  }

  private static String nameOf(String tag) {
    return tag.split("[ .]", 2)[0];
  }

  /** The cue text, all spans closed; empty if nothing in it can be seen. */
  public String finish() {
    closeAll();
    List<String> lines = new ArrayList<>();
    // Tags go with the words they belong to, so that no line has tags alone.
    String tidy =
        text.toString()
            .replaceAll("\\s*\n((?:</[^>]*>)+)", "$1\n")
            .replaceAll("((?:<[^/>][^>]*>)+)\\s*\n", "\n$1");
    for (String line : tidy.split("\n", -1)) {
      if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    String joined = String.join("\n", withoutEmptySpans(lines));
    return visible(joined) ? joined : "";
  }

  private static List<String> withoutEmptySpans(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceAll("<(b|i|u|c|v|lang|ruby|rt)[^>]*></\\1>", ""))
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static boolean visible(String cue) {
    return !cue.replaceAll("<[^>]*>", "").replace("&nbsp;", "").isBlank();
  }
}
