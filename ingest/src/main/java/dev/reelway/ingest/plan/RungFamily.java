package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.VideoCodec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rungs between which a player can switch: it stays with one codec and one dynamic range.
 *
 * @param codec of all its rungs
 * @param range of all its rungs
 */
record RungFamily(VideoCodec codec, DynamicRange range) implements Comparable<RungFamily> {

  static RungFamily of(Profile.Rung rung) {
    return new RungFamily(rung.codec(), rung.dynamicRange());
  }

  /** Rungs by family, each family from the highest to the lowest. */
  static Map<RungFamily, List<Profile.Rung>> of(List<Profile.Rung> ladder) {
    return ladder.stream()
        .sorted((a, b) -> Integer.compare(b.height(), a.height()))
        .collect(Collectors.groupingBy(RungFamily::of, TreeMap::new, Collectors.toList()));
  }

  /** What a rung's name says behind its height, empty for the usual H.264. */
  String suffix() {
    String name =
        switch (codec) {
          case H264 -> "";
          case HEVC -> " HEVC";
          case AV1 -> " AV1";
        };
    return range == DynamicRange.HDR ? name + " HDR" : name;
  }

  /** For people, such as {@code HEVC HDR}. */
  String words() {
    String codecName = codec == VideoCodec.H264 ? "H.264" : codec.name();
    return codecName + (range == DynamicRange.HDR ? " HDR" : "");
  }

  /** The one that most players decode first. */
  @Override
  public int compareTo(RungFamily other) {
    int byRange = range.compareTo(other.range);
    return byRange != 0 ? byRange : codec.compareTo(other.codec);
  }
}
