package dev.reelway.ingest.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which loudspeaker each channel of a layout is for, by FFmpeg's names. */
final class Speakers {

  static final List<String> STEREO = List.of("FL", "FR");

  /** The order of tapes and of mono tracks (SMPTE ST 428-12), which is FFmpeg's as well. */
  static final List<String> SURROUND = List.of("FL", "FR", "FC", "LFE", "SL", "SR");

  private static final Map<String, String> LAYOUTS =
      Map.ofEntries(
          Map.entry("mono", "FC"),
          Map.entry("stereo", "FL FR"),
          Map.entry("downmix", "DL DR"),
          Map.entry("2.1", "FL FR LFE"),
          Map.entry("3.0", "FL FR FC"),
          Map.entry("3.0(back)", "FL FR BC"),
          Map.entry("3.1", "FL FR FC LFE"),
          Map.entry("4.0", "FL FR FC BC"),
          Map.entry("4.1", "FL FR FC LFE BC"),
          Map.entry("quad", "FL FR BL BR"),
          Map.entry("quad(side)", "FL FR SL SR"),
          Map.entry("5.0", "FL FR FC BL BR"),
          Map.entry("5.0(side)", "FL FR FC SL SR"),
          Map.entry("5.1", "FL FR FC LFE BL BR"),
          Map.entry("5.1(side)", "FL FR FC LFE SL SR"),
          Map.entry("6.0", "FL FR FC BC SL SR"),
          Map.entry("6.0(front)", "FL FR FLC FRC SL SR"),
          Map.entry("hexagonal", "FL FR FC BL BR BC"),
          Map.entry("6.1", "FL FR FC LFE BC SL SR"),
          Map.entry("6.1(back)", "FL FR FC LFE BL BR BC"),
          Map.entry("6.1(front)", "FL FR LFE FLC FRC SL SR"),
          Map.entry("7.0", "FL FR FC BL BR SL SR"),
          Map.entry("7.0(front)", "FL FR FC FLC FRC SL SR"),
          Map.entry("7.1", "FL FR FC LFE BL BR SL SR"),
          Map.entry("7.1(wide)", "FL FR FC LFE BL BR FLC FRC"),
          Map.entry("7.1(wide-side)", "FL FR FC LFE FLC FRC SL SR"),
          Map.entry("7.1(top)", "FL FR FC LFE BL BR TFL TFR"),
          Map.entry("octagonal", "FL FR FC BL BR BC SL SR"),
          Map.entry("5.1.2", "FL FR FC LFE BL BR TFL TFR"),
          Map.entry("5.1.4", "FL FR FC LFE BL BR TFL TFR TBL TBR"),
          Map.entry("7.1.2", "FL FR FC LFE BL BR SL SR TFL TFR"),
          Map.entry("7.1.4", "FL FR FC LFE BL BR SL SR TFL TFR TBL TBR"));

  /** Layouts of channels that nobody named, by their number: those of WAVE files. */
  private static final Map<Integer, String> BY_COUNT =
      Map.of(1, "mono", 2, "stereo", 3, "3.0", 4, "quad", 5, "5.0", 6, "5.1", 7, "6.1", 8, "7.1");

  private static final Pattern NAMED = Pattern.compile("[0-9]+ channels \\(([A-Z0-9+]+)\\)");

  private Speakers() {}

  /**
   * The loudspeakers of a layout.
   *
   * @param layout FFmpeg's name, which may say no more than the number of channels
   */
  static List<String> of(String layout, int channels) {
    String known = LAYOUTS.get(layout);
    Matcher named = NAMED.matcher(layout);
    List<String> speakers =
        known != null
            ? List.of(known.split(" "))
            : named.matches() ? List.of(named.group(1).split("\\+")) : List.of();
    boolean usable =
        speakers.size() == channels && speakers.stream().distinct().count() == channels;
    return usable ? speakers : ofCount(channels);
  }

  private static List<String> ofCount(int channels) {
    if (BY_COUNT.containsKey(channels)) {
      return List.of(LAYOUTS.get(BY_COUNT.get(channels)).split(" "));
    }
    List<String> numbered = new ArrayList<>(STEREO);
    for (int i = STEREO.size(); i < channels; i++) {
      numbered.add("USR" + i);
    }
    return numbered;
  }
}
