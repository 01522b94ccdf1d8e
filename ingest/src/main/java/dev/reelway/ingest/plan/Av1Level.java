package dev.reelway.ingest.plan;

import java.util.List;
import java.util.Optional;

/**
 * A level of AV1 with its limits in the main tier (AV1 bitstream specification, annex A.3). Every
 * picture is decoded once and shown once, so the display rate is the one that counts.
 *
 * @param number ten times the level, such as 31
 * @param maxPictureSamples MaxPicSize
 * @param maxWidth MaxHSize
 * @param maxHeight MaxVSize
 * @param maxSamplesPerSecond MaxDisplayRate
 * @param maxKilobitsPerSecond MainMbps; a buffer holds one second of it
 */
record Av1Level(
    int number,
    long maxPictureSamples,
    int maxWidth,
    int maxHeight,
    long maxSamplesPerSecond,
    int maxKilobitsPerSecond) {

  private static final int BITS_PER_KILOBIT = 1000;

  private static final List<Av1Level> RISING =
      List.of(
          new Av1Level(20, 147_456, 2048, 1152, 4_423_680, 1_500),
          new Av1Level(21, 278_784, 2816, 1584, 8_363_520, 3_000),
          new Av1Level(30, 665_856, 4352, 2448, 19_975_680, 6_000),
          new Av1Level(31, 1_065_024, 5504, 3096, 31_950_720, 10_000),
          new Av1Level(40, 2_359_296, 6144, 3456, 70_778_880, 12_000),
          new Av1Level(41, 2_359_296, 6144, 3456, 141_557_760, 20_000),
          new Av1Level(50, 8_912_896, 8192, 4352, 267_386_880, 30_000),
          new Av1Level(51, 8_912_896, 8192, 4352, 534_773_760, 40_000),
          new Av1Level(52, 8_912_896, 8192, 4352, 1_069_547_520, 60_000),
          new Av1Level(60, 35_651_584, 16384, 8704, 1_069_547_520, 60_000),
          new Av1Level(61, 35_651_584, 16384, 8704, 2_139_095_040L, 100_000),
          new Av1Level(62, 35_651_584, 16384, 8704, 4_278_190_080L, 160_000));

  /** The lowest level that holds {@code need}; empty beyond level 6.2. */
  static Optional<Av1Level> lowestFor(LevelNeed need) {
    return RISING.stream().filter(level -> level.holds(need)).findFirst();
  }

  private boolean holds(LevelNeed need) {
    long maxBits = (long) maxKilobitsPerSecond * BITS_PER_KILOBIT;
    return need.size().pixels() <= maxPictureSamples
        && need.size().width() <= maxWidth
        && need.size().height() <= maxHeight
        && need.pixelsPerSecond() <= maxSamplesPerSecond
        && need.maxBitsPerSecond() <= maxBits
        && need.bufferBits() <= maxBits;
  }
}
