package dev.reelway.ingest.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gains from any loudspeakers to stereo, 5.1 or 7.1: the coefficients of ITU-R BS.775, centre and
 * surrounds at -3 dB, bass left out of stereo. One channel alone goes to both sides at -3 dB, which
 * keeps its loudness (BS.1770).
 */
final class Downmix {

  static final int STEREO = 2;
  static final int SURROUND_5_1 = 6;
  static final int SURROUND_7_1 = 8;

  private static final double HALF_POWER = Math.sqrt(0.5);
  private static final List<String> OUTPUT_5_1 = List.of("FL", "FR", "FC", "LFE", "Ls", "Rs");
  private static final List<String> OUTPUT_7_1 =
      List.of("FL", "FR", "FC", "LFE", "BL", "BR", "SL", "SR");

  private Downmix() {}

  /** The richest surround that {@code speakers} fill: 6 or 8 channels, or 2 for none. */
  static int richest(List<String> speakers) {
    boolean front = speakers.containsAll(List.of("FL", "FR", "FC"));
    boolean sides = speakers.containsAll(List.of("SL", "SR"));
    boolean back = speakers.containsAll(List.of("BL", "BR"));
    if (!front || !(sides || back)) {
      return STEREO;
    }
    return sides && (back || speakers.contains("BC")) ? SURROUND_7_1 : SURROUND_5_1;
  }

  /** For each output channel the gain of every one of {@code speakers}. */
  static List<List<Double>> rows(List<String> speakers, int channels) {
    List<String> outputs =
        switch (channels) {
          case STEREO -> Speakers.STEREO;
          case SURROUND_5_1 -> OUTPUT_5_1;
          case SURROUND_7_1 -> OUTPUT_7_1;
          default -> throw new IllegalArgumentException("no mix to " + channels + " channels");
        };
    double[][] gains = new double[channels][speakers.size()];
    for (int column = 0; column < speakers.size(); column++) {
      for (Map.Entry<String, Double> way : ways(speakers, column, outputs).entrySet()) {
        gains[outputs.indexOf(way.getKey())][column] = way.getValue();
      }
    }
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : gains) {
      rows.add(Arrays.stream(row).boxed().toList());
    }
    return List.copyOf(rows);
  }

  /** Where one channel goes: to its own loudspeaker if there is one, else to its neighbours. */
  private static Map<String, Double> ways(List<String> speakers, int column, List<String> outputs) {
    String speaker = speakers.get(column);
    if (outputs.contains(speaker)) {
      return Map.of(speaker, 1.0);
    }
    if (outputs.size() == STEREO) {
      return toStereo(speaker);
    }
    boolean together = speakers.containsAll(List.of("SL", "BL"));
    double surround = together ? HALF_POWER : 1;
    String left = outputs.contains("Ls") ? "Ls" : "BL";
    String right = outputs.contains("Rs") ? "Rs" : "BR";
    return switch (speaker) {
      case "SL", "BL" -> Map.of(left, surround);
      case "SR", "BR" -> Map.of(right, surround);
      case "BC", "TBC" -> both(left, right, HALF_POWER);
      case "TBL", "TSL" -> Map.of(left, HALF_POWER);
      case "TBR", "TSR" -> Map.of(right, HALF_POWER);
      case "TFC" -> Map.of("FC", HALF_POWER);
      default -> toStereo(speaker);
    };
  }

  private static Map<String, Double> toStereo(String speaker) {
    return switch (speaker) {
      case "DL" -> Map.of("FL", 1.0);
      case "DR" -> Map.of("FR", 1.0);
      case "FC", "TFC" -> both("FL", "FR", HALF_POWER);
      case "BC", "TC", "TBC" -> both("FL", "FR", 0.5);
      case "SL", "BL", "TBL", "TSL", "FLC", "WL", "TFL", "BFL" -> Map.of("FL", HALF_POWER);
      case "SR", "BR", "TBR", "TSR", "FRC", "WR", "TFR", "BFR" -> Map.of("FR", HALF_POWER);
      default -> Map.of(); // bass, and what nobody named
    };
  }

  private static Map<String, Double> both(String left, String right, double gain) {
    Map<String, Double> ways = new HashMap<>();
    ways.put(left, gain);
    ways.put(right, gain);
    return ways;
  }
}
