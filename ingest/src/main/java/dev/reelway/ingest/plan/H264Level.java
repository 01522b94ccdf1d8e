package dev.reelway.ingest.plan;

import java.util.List;
import java.util.Optional;

/**
 * A level of H.264 with its limits (ITU-T H.264, Table A-1; the High profile may use 1.25 times the
 * listed bit rate and buffer, Table A-2).
 *
 * @param number ten times the level, such as 31
 * @param maxMacroblocksPerSecond MaxMBPS
 * @param maxFrameMacroblocks MaxFS
 * @param maxDpbMacroblocks MaxDpbMbs
 * @param maxKilobitsPerSecond MaxBR
 * @param maxBufferKilobits MaxCPB
 */
record H264Level(
    int number,
    long maxMacroblocksPerSecond,
    int maxFrameMacroblocks,
    int maxDpbMacroblocks,
    int maxKilobitsPerSecond,
    int maxBufferKilobits) {

  /**
   * The encoder's B-pyramid needs four frames in the decoded picture buffer. Slow presets would
   * like more references; the encoder gives them only as many as the level holds, so that a slower
   * preset never asks more of a player.
   */
  private static final int DPB_FRAMES = 4;

  private static final int HIGH_PROFILE_BITS_PER_KILOBIT = 1250;

  private static final List<H264Level> RISING =
      List.of(
          new H264Level(10, 1_485, 99, 396, 64, 175),
          new H264Level(11, 3_000, 396, 900, 192, 500),
          new H264Level(12, 6_000, 396, 2_376, 384, 1_000),
          new H264Level(13, 11_880, 396, 2_376, 768, 2_000),
          new H264Level(20, 11_880, 396, 2_376, 2_000, 2_000),
          new H264Level(21, 19_800, 792, 4_752, 4_000, 4_000),
          new H264Level(22, 20_250, 1_620, 8_100, 4_000, 4_000),
          new H264Level(30, 40_500, 1_620, 8_100, 10_000, 10_000),
          new H264Level(31, 108_000, 3_600, 18_000, 14_000, 14_000),
          new H264Level(32, 216_000, 5_120, 20_480, 20_000, 20_000),
          new H264Level(40, 245_760, 8_192, 32_768, 20_000, 25_000),
          new H264Level(41, 245_760, 8_192, 32_768, 50_000, 62_500),
          new H264Level(42, 522_240, 8_704, 34_816, 50_000, 62_500),
          new H264Level(50, 589_824, 22_080, 110_400, 135_000, 135_000),
          new H264Level(51, 983_040, 36_864, 184_320, 240_000, 240_000),
          new H264Level(52, 2_073_600, 36_864, 184_320, 240_000, 240_000),
          new H264Level(60, 4_177_920, 139_264, 696_320, 240_000, 240_000),
          new H264Level(61, 8_355_840, 139_264, 696_320, 480_000, 480_000),
          new H264Level(62, 16_711_680, 139_264, 696_320, 800_000, 800_000));

  /** The lowest level that holds {@code need}; empty beyond level 6.2. */
  static Optional<H264Level> lowestFor(LevelNeed need) {
    return RISING.stream().filter(level -> level.holds(need)).findFirst();
  }

  private boolean holds(LevelNeed need) {
    int frame = need.frameMacroblocks();
    return frame <= maxFrameMacroblocks
        && sideFits(need.widthMacroblocks())
        && sideFits(need.heightMacroblocks())
        && need.rate().framesPerSecond().times(frame).round() <= maxMacroblocksPerSecond
        && DPB_FRAMES * frame <= maxDpbMacroblocks
        && need.maxBitsPerSecond() <= (long) maxKilobitsPerSecond * HIGH_PROFILE_BITS_PER_KILOBIT
        && need.bufferBits() <= (long) maxBufferKilobits * HIGH_PROFILE_BITS_PER_KILOBIT;
  }

  /** No side may be longer than √(8 × MaxFS) macroblocks (A.3.1 f and g). */
  private boolean sideFits(int macroblocks) {
    return (long) macroblocks * macroblocks <= 8L * maxFrameMacroblocks;
  }
}
