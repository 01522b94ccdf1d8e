package dev.reelway.media.text.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** WebVTT cue settings: where on the picture a cue stands (W3C WebVTT, 3.4). */
public final class CueSettings {

  private static final String PERCENT = "(100|\\d{1,2})(\\.\\d+)?%";

  private static final Map<String, Pattern> VALID =
      Map.of(
          "vertical", Pattern.compile("rl|lr"),
          "line", Pattern.compile("(-?\\d{1,4}|" + PERCENT + ")(,(start|center|end))?"),
          "position", Pattern.compile(PERCENT + "(,(line-left|center|line-right))?"),
          "size", Pattern.compile(PERCENT),
          "align", Pattern.compile("start|center|end|left|right"));

  private CueSettings() {}

  /** The settings that are valid, once each, in their order; regions are not kept. */
  public static String valid(String written) {
    List<String> kept = new ArrayList<>();
    for (String setting : written.strip().split("\\s+", -1)) {
      String[] pair = setting.split(":", 2);
      String value = pair.length < 2 ? "" : pair[1].replace("middle", "center");
      Pattern pattern = VALID.get(pair[0]);
      boolean first = kept.stream().noneMatch(other -> other.startsWith(pair[0] + ":"));
      if (pattern != null && first && pattern.matcher(value).matches()) {
        kept.add(pair[0] + ":" + value);
      }
    }
    return String.join(" ", kept);
  }

  /**
   * The place that ASS calls by the keys of a numeric keypad: 1 to 3 below, 4 to 6 in the middle, 7
   * to 9 above; below in the middle needs no setting.
   */
  public static String ofKeypad(int key) {
    List<String> settings = new ArrayList<>();
    if (key >= 7) {
      settings.add("line:0");
    } else if (key >= 4) {
      settings.add("line:50%");
    }
    switch (key % 3) {
      case 1 -> settings.add("position:5% align:left");
      case 0 -> settings.add("position:95% align:right");
      default -> {}
    }
    return String.join(" ", settings);
  }
}
