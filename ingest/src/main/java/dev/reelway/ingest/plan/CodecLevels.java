package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.VideoCodec;
import java.util.Optional;

/** Which level of its codec a rung declares. */
final class CodecLevels {

  private CodecLevels() {}

  /** Ten times the lowest level that holds {@code need}; empty beyond every level. */
  static Optional<Integer> lowestFor(VideoCodec codec, LevelNeed need) {
    return switch (codec) {
      case H264 -> H264Level.lowestFor(need).map(H264Level::number);
      case HEVC -> HevcLevel.lowestFor(need).map(HevcLevel::number);
      case AV1 -> Av1Level.lowestFor(need).map(Av1Level::number);
    };
  }
}
