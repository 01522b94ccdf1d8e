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
    return (size.width() + MACROBLOCK - 1) / MACROBLOCK;
  }

  int heightMacroblocks() {
    return (size.height() + MACROBLOCK - 1) / MACROBLOCK;
  }

  int frameMacroblocks() {
    return widthMacroblocks() * heightMacroblocks();
  }

  /** Pixels per second, rounded. */
  long pixelsPerSecond() {
    return rate.framesPerSecond().times(size.pixels()).round();
  }
}
