package dev.reelway.conformance.manifest;

import dev.reelway.contracts.time.Rational;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.read.TrackDescription;

/** The shape of a track's pixels, by its {@code pasp}; square without one. */
public final class PictureShape {
  private PictureShape() {}

  /** Width over height of a pixel. */
  public static Rational pixel(TrackDescription media) {
    return media
        .sampleEntry()
        .find(PixelAspectRatioBox.class)
        .filter(shape -> shape.verticalSpacing() > 0 && shape.horizontalSpacing() > 0)
        .map(shape -> new Rational(shape.horizontalSpacing(), shape.verticalSpacing()))
        .orElse(Rational.ONE);
  }

  /** The width at which the picture is shown. */
  public static long displayWidth(TrackDescription media) {
    return pixel(media).times(media.width()).round();
  }
}
