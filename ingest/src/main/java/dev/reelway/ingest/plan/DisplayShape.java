package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.Rational;
import java.math.RoundingMode;

/**
 * The picture as people see it: pixels made square, rotation applied.
 *
 * @param width display width in square pixels, may be fractional
 * @param height display height in square pixels
 */
record DisplayShape(Rational width, Rational height) {

  static DisplayShape of(VideoStream video) {
    Rational width = video.sampleAspectRatio().times(video.crop().width(video.width()));
    Rational height = Rational.of(video.crop().height(video.height()));
    boolean turned = video.rotationDegrees() % 180 != 0;
    return turned ? new DisplayShape(height, width) : new DisplayShape(width, height);
  }

  boolean portrait() {
    return width.compareTo(height) < 0;
  }

  /** The shorter side, which a ladder calls {@code height}. */
  Rational shorterSide() {
    return portrait() ? width : height;
  }

  /** The largest even number that the shorter side reaches: a rung of the source's own size. */
  int evenShorterSide() {
    return Math.max(2, Math.toIntExact(shorterSide().floor() / 2 * 2));
  }

  /** The even size with the given even shorter side and the nearest aspect. */
  Size withShorterSide(int shorter) {
    Rational longerSide = portrait() ? height : width;
    Rational longer = longerSide.times(shorter).dividedBy(shorterSide());
    int even = nearestEven(longer);
    return portrait() ? new Size(shorter, even) : new Size(even, shorter);
  }

  /** The even size with a longer side of {@code longest}, or the picture's own if that is less. */
  Size within(int longest) {
    Rational longer = portrait() ? height : width;
    if (longer.compareTo(Rational.of(longest)) <= 0) {
      return withShorterSide(evenShorterSide());
    }
    int shorter = nearestEven(shorterSide().times(longest).dividedBy(longer));
    return portrait() ? new Size(shorter, longest) : new Size(longest, shorter);
  }

  /** Halfway cases go down, so that an odd source is never enlarged. */
  private static int nearestEven(Rational value) {
    long half = value.times(new Rational(1, 2)).round(RoundingMode.HALF_DOWN);
    return Math.max(2, Math.toIntExact(half * 2));
  }
}
