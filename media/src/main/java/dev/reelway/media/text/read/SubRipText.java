package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Colours;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueSettings;
import dev.reelway.media.text.cue.CueText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of SubRip cues: {@code <b>}, {@code <i>}, {@code <u>}, {@code <font color>}, and the
 * {@code {\an8}} that many players borrow from ASS.
 */
final class SubRipText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "<(/?)([biu]|font)((?:\\s[^<>]*)?)>|\\{(\\\\[^{}]*)\\}|&(amp|lt|gt|nbsp);",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COLOUR =
      Pattern.compile("color\\s*=\\s*[\"']?([#\\w(), ]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEYPAD = Pattern.compile("\\\\an([1-9])");

  private SubRipText() {}

  /** A cue; absent if nothing in it can be seen. */
  static Optional<Cue> cue(Rational start, Rational end, String written) {
    CueText text = new CueText();
    String settings = "";
    Matcher token = TOKEN.matcher(written);
    int position = 0;
    while (token.find()) {
      text.characters(written.substring(position, token.start()));
      position = token.end();
      if (token.group(2) != null) {
        tag(text, token);
      } else if (token.group(4) != null) {
        Matcher keypad = KEYPAD.matcher(token.group(4));
        if (keypad.find()) {
          settings = CueSettings.ofKeypad(Integer.parseInt(keypad.group(1)));
        }
      } else {
        text.characters(entity(token.group(5)));
      }
    }
    String finished = text.characters(written.substring(position)).finish();
    return finished.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(start, end, settings, finished));
  }

  private static void tag(CueText text, Matcher token) {
    String name = token.group(2).toLowerCase(Locale.ROOT);
    boolean font = name.equals("font");
    if (!token.group(1).isEmpty()) {
      text.close(font ? "c" : name);
    } else if (font) {
      text.open("c" + colourClass(token.group(3)));
    } else {
      text.open(name);
    }
  }

  private static String colourClass(String attributes) {
    Matcher colour = COLOUR.matcher(attributes);
    return colour.find()
        ? Colours.parse(colour.group(1)).flatMap(Colours::nearest).map(c -> "." + c).orElse("")
        : "";
  }

  private static String entity(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      default -> "\u00a0";
    };
  }
}
