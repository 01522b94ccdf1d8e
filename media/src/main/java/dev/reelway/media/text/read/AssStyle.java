package dev.reelway.media.text.read;

import dev.reelway.media.text.cue.Colours;
import java.util.Map;
import java.util.Optional;

/**
 * What a style of a script says that WebVTT can say, too.
 *
 * @param bold whether letters are bold
 * @param italic whether letters are slanted
 * @param underline whether letters are underlined
 * @param colour class of the colour, absent for white
 * @param keypad place of the text, see {@link CueSettings#ofKeypad}
 */
record AssStyle(
    boolean bold, boolean italic, boolean underline, Optional<String> colour, int keypad) {

  /** White letters below in the middle. */
  static final AssStyle PLAIN = new AssStyle(false, false, false, Optional.empty(), 2);

  static AssStyle of(Map<String, String> fields, boolean ssa) {
    int alignment = number(fields.getOrDefault("alignment", "2"));
    return new AssStyle(
        isSet(fields.get("bold")),
        isSet(fields.get("italic")),
        isSet(fields.get("underline")),
        colour(fields.getOrDefault("primarycolour", "")),
        ssa ? keypad(alignment) : alignment);
  }

  /** SSA counts 1 to 3 below, adds 4 for above and 8 for the middle. */
  static int keypad(int ssaAlignment) {
    int column = Math.max(1, ssaAlignment & 3);
    return (ssaAlignment & 4) != 0 ? column + 6 : (ssaAlignment & 8) != 0 ? column + 3 : column;
  }

  /** Reads {@code &HAABBGGRR&} or the same number in decimal. */
  static Optional<String> colour(String written) {
    String digits = written.replaceAll("[&H]", "");
    try {
      long value =
          written.contains("&") || written.contains("H")
              ? Long.parseLong(digits, 16)
              : Long.parseLong(digits);
      int blue = (int) (value >> 16 & 255);
      int green = (int) (value >> 8 & 255);
      int red = (int) (value & 255);
      return Colours.nearest(red << 16 | green << 8 | blue);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isSet(String flag) {
    return flag != null && !flag.equals("0") && !flag.isEmpty();
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 2;
  }
}
