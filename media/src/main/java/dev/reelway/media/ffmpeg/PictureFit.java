package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.time.Rational;

/**
 * How large a picture is drawn on a rung. A picture of the title's own shape fills it; one of
 * another shape, which comes later in the file, keeps its shape and gets bars.
 *
 * @param width even
 * @param height even
 */
record PictureFit(int width, int height) {

  /** Sizes are even on both sides, so shapes of the same film differ by this much. */
  private static final Rational SAME_SHAPE = new Rational(2, 100);

  /**
   * The largest size that fits.
   *
   * @param picture width over height, as people see it
   * @param title the same of the title
   */
  static PictureFit of(Rational picture, Rational title, int width, int height) {
    Rational ratio = picture.dividedBy(title);
    Rational difference = ratio.minus(Rational.ONE);
    if (difference.times(difference).compareTo(SAME_SHAPE.times(SAME_SHAPE)) <= 0) {
      return new PictureFit(width, height);
    }
    return ratio.compareTo(Rational.ONE) > 0
        ? new PictureFit(width, even(Rational.of(height).dividedBy(ratio), height))
        : new PictureFit(even(ratio.times(width), width), height);
  }

  private static int even(Rational size, int limit) {
    long rounded = size.times(new Rational(1, 2)).round() * 2;
    return (int) Math.min(limit, Math.max(2, rounded));
  }

  boolean fills(int rungWidth, int rungHeight) {
    return width == rungWidth && height == rungHeight;
  }
}
