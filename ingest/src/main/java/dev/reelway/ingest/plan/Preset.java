package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Presets of x264 and x265, from the fastest to the slowest.
 *
 * <p>Speeds of {@code VERYFAST} to {@code MEDIUM} are measured (media rule 17); the others are
 * estimated from x264's usual ratios.
 */
enum Preset {
  ULTRAFAST(280, 75),
  SUPERFAST(170, 60),
  VERYFAST(115, 36),
  FASTER(68, 34),
  FAST(57, 24),
  MEDIUM(49, 20),
  SLOW(29, 8),
  SLOWER(14, 3),
  VERYSLOW(8, 2);

  private final int x264;
  private final int x265;

  Preset(int x264, int x265) {
    this.x264 = x264;
    this.x265 = x265;
  }

  /** 720p frames per second of x264 on one core. */
  int x264FramesPerSecond() {
    return x264;
  }

  /** The same of x265. */
  int x265FramesPerSecond() {
    return x265;
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
