package dev.reelway.media.text.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WebVTT cue text as the content of a TTML paragraph. Voices have no look and vanish; readings of
 * ruby stand in brackets, because IMSC1 has none.
 */
final class ImscText {

  private static final Pattern PIECE = Pattern.compile("<(/?)([^>]*)>|\n|[^<\n]+");

  private static final Map<String, String> COLOURS =
      Map.of(
          "white", "#ffffff",
          "lime", "#00ff00",
          "cyan", "#00ffff",
          "red", "#ff0000",
          "yellow", "#ffff00",
          "magenta", "#ff00ff",
          "blue", "#0000ff",
          "black", "#000000");

  private final StringBuilder xml = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private ImscText() {}

  /** The paragraph's content. */
  static String of(String cueText) {
    ImscText text = new ImscText();
    Matcher pieces = PIECE.matcher(cueText);
    while (pieces.find()) {
      text.piece(pieces);
    }
    while (!text.open.isEmpty()) {
      text.close(text.open.peek());
    }
    return text.xml.toString();
  }

  /** Escapes what XML wants escaped in texts and attributes. */
  static String escape(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void piece(Matcher piece) {
    if (piece.group(2) == null) {
      xml.append(piece.group().equals("\n") ? "<br/>" : escape(plain(piece.group())));
      return;
    }
    String[] tag = piece.group(2).split("[ .]", 2);
    if (piece.group(1).isEmpty()) {
      open(tag[0], tag.length > 1 ? tag[1] : "");
    } else {
      close(tag[0]);
    }
  }

  private void open(String name, String rest) {
    switch (name) {
      case "i" -> span("tts:fontStyle", "italic");
      case "b" -> span("tts:fontWeight", "bold");
      case "u" -> span("tts:textDecoration", "underline");
      case "lang" -> span("xml:lang", rest.strip());
      case "c" ->
          colour(rest).ifPresentOrElse(c -> span("tts:color", c), () -> xml.append("<span>"));
      case "rt" -> xml.append("<span>(");
      case "v", "ruby" -> xml.append("<span>");
      default -> {
        return; // times inside a cue; nothing closes them
      }
    }
    open.push(name);
  }

  private void close(String name) {
    if (name.equals(open.peek())) {
      xml.append(name.equals("rt") ? ")</span>" : "</span>");
      open.pop();
    }
  }

  private void span(String attribute, String value) {
    xml.append("<span ").append(attribute).append("=\"").append(escape(value)).append("\">");
  }

  private static Optional<String> colour(String classes) {
    for (String name : classes.split("[. ]", -1)) {
      if (COLOURS.containsKey(name)) {
        return Optional.of(COLOURS.get(name));
      }
    }
    return Optional.empty();
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00a0")
        .replace("&lrm;", "\u200e")
        .replace("&rlm;", "\u200f")
        .replace("&amp;", "&");
  }
}
