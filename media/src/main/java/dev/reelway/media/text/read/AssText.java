package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueSettings;
import dev.reelway.media.text.cue.CueText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one event with its override codes. */
final class AssText {

  private static final Pattern BLOCK = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern CODE =
      Pattern.compile(
          "\\\\(?:(b|i|u|p|an|a)(-?\\d+)|(1?c)(&H[0-9A-Fa-f]+&?)?(?![a-zA-Z])"
              + "|pos\\(\\s*(-?[\\d.]+)\\s*,\\s*(-?[\\d.]+)\\s*\\)|(r)[^\\\\]*)");

  private final AssStyle style;
  private final AssScreen screen;
  private final CueText text = new CueText();
  private int keypad;
  private String place = "";
  private boolean drawing;

  AssText(AssStyle style, AssScreen screen) {
    this.style = style;
    this.screen = screen;
    this.keypad = style.keypad();
  }

  /** A cue; absent if nothing in it can be seen. */
  Optional<Cue> cue(Rational start, Rational end, String written) {
    applyStyle();
    Matcher block = BLOCK.matcher(written);
    int position = 0;
    while (block.find()) {
      characters(written.substring(position, block.start()));
      position = block.end();
      codes(block.group(1));
    }
    characters(written.substring(position));
    String finished = text.finish();
    return finished.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(start, end, settings(), finished));
  }

  private String settings() {
    String fromKeypad = CueSettings.ofKeypad(keypad);
    if (place.isEmpty()) {
      return fromKeypad;
    }
    String align = fromKeypad.replaceAll("(line|position):\\S+", "").strip();
    return (place + " " + align).strip();
  }

  private void applyStyle() {
    set("b", style.bold());
    set("i", style.italic());
    set("u", style.underline());
    style.colour().ifPresent(colour -> text.open("c." + colour));
  }

  private void characters(String plain) {
    if (!drawing) {
      text.characters(plain.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", "\u00a0"));
    }
  }

  private void codes(String block) {
    Matcher code = CODE.matcher(block);
    while (code.find()) {
      if (code.group(1) != null) {
        number(code.group(1), Integer.parseInt(limited(code.group(2))));
      } else if (code.group(3) != null) {
        text.close("c");
        Optional<String> colour =
            code.group(4) == null ? style.colour() : AssStyle.colour(upper(code.group(4)));
        colour.ifPresent(name -> text.open("c." + name));
      } else if (code.group(5) != null) {
        position(Double.parseDouble(code.group(5)), Double.parseDouble(code.group(6)));
      } else {
        text.closeAll();
        applyStyle();
      }
    }
  }

  private static String limited(String digits) {
    return digits.length() > 5 ? "0" : digits;
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private void number(String name, int value) {
    switch (name) {
      case "an" -> keypad = value >= 1 && value <= 9 ? value : keypad;
      case "a" -> keypad = AssStyle.keypad(value);
      case "p" -> drawing = value > 0;
      default -> set(name, value != 0);
    }
  }

  private void set(String tag, boolean on) {
    text.close(tag);
    if (on) {
      text.open(tag);
    }
  }

  private void position(double x, double y) {
    place =
        String.format(
            Locale.ROOT,
            "line:%d%% position:%d%%",
            percent(y, screen.height()),
            percent(x, screen.width()));
  }

  private static long percent(double value, int whole) {
    return Math.max(0, Math.min(100, Math.round(value * 100 / whole)));
  }
}
