package dev.reelway.media.text.cue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The eight text colours that WebVTT has classes for (W3C WebVTT, 5.1). */
public final class Colours {

  private static final Map<String, Integer> CLASSES =
      Map.of(
          "white", 0xffffff,
          "lime", 0x00ff00,
          "cyan", 0x00ffff,
          "red", 0xff0000,
          "yellow", 0xffff00,
          "magenta", 0xff00ff,
          "blue", 0x0000ff,
          "black", 0x000000);

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("green", 0x008000),
          Map.entry("aqua", 0x00ffff),
          Map.entry("fuchsia", 0xff00ff),
          Map.entry("silver", 0xc0c0c0),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("maroon", 0x800000),
          Map.entry("purple", 0x800080),
          Map.entry("olive", 0x808000),
          Map.entry("navy", 0x000080),
          Map.entry("teal", 0x008080),
          Map.entry("orange", 0xffa500));

  private Colours() {}

  /** The class nearest to a colour, absent for white, which needs none. */
  public static Optional<String> nearest(int rgb) {
    String best = "white";
    int bestDistance = Integer.MAX_VALUE;
    for (Map.Entry<String, Integer> entry : CLASSES.entrySet()) {
      int distance = distance(entry.getValue(), rgb);
      if (distance < bestDistance
          || (distance == bestDistance && entry.getKey().compareTo(best) < 0)) {
        best = entry.getKey();
        bestDistance = distance;
      }
    }
    return best.equals("white") ? Optional.empty() : Optional.of(best);
  }

  /** Reads {@code #rrggbb}, {@code #rrggbbaa}, {@code rrggbb}, a name or {@code rgb(r,g,b)}. */
  public static Optional<Integer> parse(String written) {
    String colour = written.strip().toLowerCase(Locale.ROOT);
    if (colour.matches("#?[0-9a-f]{6}([0-9a-f]{2})?")) {
      String digits = colour.replace("#", "").substring(0, 6);
      return Optional.of(Integer.parseInt(digits, 16));
    }
    if (colour.matches("rgba?\\((\\s*\\d{1,3}\\s*,?){3,4}\\)")) {
      String[] parts = colour.replaceAll("[^0-9,]", "").split(",", -1);
      return Optional.of(channel(parts[0]) << 16 | channel(parts[1]) << 8 | channel(parts[2]));
    }
    return Optional.ofNullable(CLASSES.getOrDefault(colour, NAMES.get(colour)));
  }

  private static int channel(String digits) {
    return Math.min(255, Integer.parseInt(digits));
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }
}
