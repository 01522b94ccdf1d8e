package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Presets of x264, from the fastest to the slowest.
 *
 * <p>Speeds of {@code VERYFAST} to {@code MEDIUM} are measured (media rule 17); the others are
 * estimated from x264's usual ratios.
 */
enum Preset {
  ULTRAFAST(280),
  SUPERFAST(170),
  VERYFAST(115),
  FASTER(68),
  FAST(57),
  MEDIUM(49),
  SLOW(29),
  SLOWER(14),
  VERYSLOW(8);

  private final int framesPerSecond;

  Preset(int framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
  }

  /** 720p frames per second on one core. */
  int framesPerSecond() {
    return framesPerSecond;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Stream.of(values()).map(Preset::word).toList();
  }

  static Preset of(String word) {
    return Stream.of(values())
        .filter(preset -> preset.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ReelwayException(
                    FailureKind.LADDER_INVALID, "'%s' is no preset of x264.".formatted(word)));
  }
}
