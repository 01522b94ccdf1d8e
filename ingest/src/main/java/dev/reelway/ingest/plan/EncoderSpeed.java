package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.VideoCodec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Presets of all encoders and how fast they are: x264's and x265's names, SVT-AV1's numbers from 0
 * (best) to 13 (fastest).
 *
 * <p>Speeds are 720p frames per second on one core. x265 fast and SVT-AV1 6, 8 and 10 are measured
 * (media rule 17); the others are estimated from the encoders' usual ratios.
 */
final class EncoderSpeed {

  /** From 0 to 13. */
  private static final int[] SVT_AV1 = {1, 2, 4, 7, 12, 20, 30, 50, 75, 110, 165, 210, 260, 320};

  private EncoderSpeed() {}

  /** What a ladder may write, from the fastest to the slowest. */
  static List<String> words(VideoCodec codec) {
    return codec == VideoCodec.AV1
        ? IntStream.range(0, SVT_AV1.length).mapToObj(Integer::toString).toList()
        : Preset.words();
  }

  /** The preset of a rung that names none. */
  static String usual(VideoCodec codec) {
    return codec == VideoCodec.AV1 ? "8" : Preset.FAST.word();
  }

  /** 720p frames per second on one core. */
  static int framesPerSecond(VideoCodec codec, String preset) {
    return switch (codec) {
      case H264 -> Preset.of(preset).x264FramesPerSecond();
      case HEVC -> Preset.of(preset).x265FramesPerSecond();
      case AV1 -> SVT_AV1[number(preset)];
    };
  }

  private static int number(String preset) {
    int index = words(VideoCodec.AV1).indexOf(preset);
    if (index < 0) {
      throw new ReelwayException(
          FailureKind.LADDER_INVALID, "'%s' is no preset of SVT-AV1.".formatted(preset));
    }
    return index;
  }
}
