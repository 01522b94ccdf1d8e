package dev.reelway.ingest.plan;

import java.util.List;
import java.util.Optional;

/**
 * A level of HEVC with its limits in the main tier (ITU-T H.265, Tables A.8 and A.9). The high tier
 * is never used: fewer players decode it, and the main tier carries up to 120 Mb/s.
 *
 * @param number ten times the level, such as 31
 * @param maxPictureSamples MaxLumaPs
 * @param maxSamplesPerSecond MaxLumaSr
 * @param maxKilobitsPerSecond MaxBR, which is also MaxCPB
 */
record HevcLevel(
    int number, long maxPictureSamples, long maxSamplesPerSecond, int maxKilobitsPerSecond) {

  private static final int BITS_PER_KILOBIT = 1000;

  /** The coded picture is whole blocks of this many samples; the rest is cropped (7.4.3.2). */
  private static final int CODING_BLOCK = 8;

  private static final List<HevcLevel> RISING =
      List.of(
          new HevcLevel(10, 36_864, 552_960, 128),
          new HevcLevel(20, 122_880, 3_686_400, 1_500),
          new HevcLevel(21, 245_760, 7_372_800, 3_000),
          new HevcLevel(30, 552_960, 16_588_800, 6_000),
          new HevcLevel(31, 983_040, 33_177_600, 10_000),
          new HevcLevel(40, 2_228_224, 66_846_720, 12_000),
          new HevcLevel(41, 2_228_224, 133_693_440, 20_000),
          new HevcLevel(50, 8_912_896, 267_386_880, 25_000),
          new HevcLevel(51, 8_912_896, 534_773_760, 40_000),
          new HevcLevel(52, 8_912_896, 1_069_547_520, 60_000),
          new HevcLevel(60, 35_651_584, 1_069_547_520, 60_000),
          new HevcLevel(61, 35_651_584, 2_139_095_040L, 120_000),
          new HevcLevel(62, 35_651_584, 4_278_190_080L, 240_000));

  /** The lowest level that holds {@code need}; empty beyond level 6.2. */
  static Optional<HevcLevel> lowestFor(LevelNeed need) {
    return RISING.stream().filter(level -> level.holds(need)).findFirst();
  }

  // The tables list 350 kb for the buffer of level 1 only; more than the rate is never asked here.
  private boolean holds(LevelNeed need) {
    LevelNeed coded = need.inBlocksOf(CODING_BLOCK);
    return coded.size().pixels() <= maxPictureSamples
        && sideFits(coded.size().width())
        && sideFits(coded.size().height())
        && coded.pixelsPerSecond() <= maxSamplesPerSecond
        && need.maxBitsPerSecond() <= (long) maxKilobitsPerSecond * BITS_PER_KILOBIT
        && need.bufferBits() <= (long) maxKilobitsPerSecond * BITS_PER_KILOBIT;
  }

  /** No side may be longer than √(8 × MaxLumaPs) (A.4.1). */
  private boolean sideFits(int side) {
    return (long) side * side <= 8 * maxPictureSamples;
  }
}
