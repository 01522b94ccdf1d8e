package dev.reelway.ingest.plan;

import dev.reelway.contracts.time.FrameRate;

/**
 * What a stream asks of a codec's level.
 *
 * @param size coded size
 * @param rate frames per second
 * @param maxBitsPerSecond VBV rate
 * @param bufferBits VBV buffer
 */
record LevelNeed(Size size, FrameRate rate, long maxBitsPerSecond, long bufferBits) {

  private static final int MACROBLOCK = 16;

  int widthMacroblocks() {
    return blocks(size.width(), MACROBLOCK);
  }

  int heightMacroblocks() {
    return blocks(size.height(), MACROBLOCK);
  }

  /** The same for a picture that is coded in whole blocks. */
  LevelNeed inBlocksOf(int side) {
    Size coded = new Size(blocks(size.width(), side) * side, blocks(size.height(), side) * side);
    return new LevelNeed(coded, rate, maxBitsPerSecond, bufferBits);
  }

  private static int blocks(int samples, int side) {
    return (samples + side - 1) / side;
  }

  int frameMacroblocks() {
    return widthMacroblocks() * heightMacroblocks();
  }

  /** Pixels per second, rounded. */
  long pixelsPerSecond() {
    return rate.framesPerSecond().times(size.pixels()).round();
  }
}
