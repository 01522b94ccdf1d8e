package dev.reelway.media.text.ttml;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Colours;
import dev.reelway.media.text.cue.CueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The text of a paragraph, whose spans may have times of their own. */
final class TtmlText {

  /** A piece of text with its own look and time. */
  private record Piece(String text, TtmlInterval interval, TtmlStyle style) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, TtmlNode> styles;
  private final TtmlClock clock;

  TtmlText(
      TtmlNode paragraph,
      TtmlInterval interval,
      TtmlStyle style,
      Map<String, TtmlNode> styles,
      TtmlClock clock) {
    this.styles = styles;
    this.clock = clock;
    collect(paragraph, interval, style);
  }

  private void collect(TtmlNode node, TtmlInterval interval, TtmlStyle style) {
    for (Object child : node.children()) {
      if (child instanceof String text) {
        String kept = style.get("space").equals("preserve") ? text : text.replaceAll("\\s+", " ");
        pieces.add(new Piece(kept, interval, style));
      } else if (child instanceof TtmlNode element) {
        if (element.name().equals("br")) {
          pieces.add(new Piece("\n", interval, style));
        } else if (element.name().equals("span")) {
          TtmlStyle own = style.of(element, styles).with("space", element.attribute("space"));
          collect(element, interval.of(element, clock, interval.begin()), own);
        }
      }
    }
  }

  /** When the text changes. */
  List<Rational> changes() {
    List<Rational> changes = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!piece.text.isBlank() && piece.interval.end().isPresent()) {
        changes.add(piece.interval.begin());
        changes.add(piece.interval.end().get());
      }
    }
    return changes;
  }

  /** Whether some of it never goes. */
  boolean isEndless() {
    return pieces.stream().anyMatch(p -> !p.text.isBlank() && p.interval.end().isEmpty());
  }

  /** Cue text of what is shown all the time from {@code from} to {@code to}. */
  String between(Rational from, Rational to) {
    CueText text = new CueText();
    boolean afterSpace = true;
    for (Piece piece : pieces) {
      if (piece.interval.covers(from, to)) {
        String words =
            afterSpace && piece.text.startsWith(" ") ? piece.text.substring(1) : piece.text;
        write(text, words, piece.style);
        afterSpace = words.isEmpty() ? afterSpace : words.endsWith(" ") || words.endsWith("\n");
      }
    }
    return text.finish();
  }

  private static void write(CueText text, String words, TtmlStyle style) {
    if (words.isBlank()) {
      text.characters(words);
      return;
    }
    boolean reading = style.get("ruby").equals("text");
    if (style.get("ruby").equals("base")) {
      text.open("ruby");
    } else if (reading) {
      text.open("rt");
    }
    Colours.parse(style.get("color"))
        .flatMap(Colours::nearest)
        .ifPresent(colour -> text.open("c." + colour));
    if (style.get("fontWeight").equals("bold")) {
      text.open("b");
    }
    if (style.get("fontStyle").matches("italic|oblique")) {
      text.open("i");
    }
    if (style.get("textDecoration").contains("underline")) {
      text.open("u");
    }
    text.characters(words);
    closeLook(text);
    if (reading) {
      text.close("rt").close("ruby");
    }
  }

  private static void closeLook(CueText text) {
    text.close("u").close("i").close("b").close("c");
  }
}
