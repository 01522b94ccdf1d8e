package dev.reelway.contracts.master;

import java.util.Optional;

/**
 * What a master of high dynamic range says about its pictures as a whole. Both parts are optional,
 * and HLG usually has none.
 *
 * @param mastering the display on which the pictures were approved
 * @param light how bright the pictures become
 */
public record HdrMetadata(Optional<MasteringDisplay> mastering, Optional<ContentLight> light) {

  /** Nothing is said. */
  public static final HdrMetadata NONE = new HdrMetadata(Optional.empty(), Optional.empty());

  /**
   * Mastering display colour volume (SMPTE ST 2086) in the units of ITU-T H.265 clause D.3.28.
   *
   * @param red chromaticity of the red primary
   * @param green chromaticity of the green primary
   * @param blue chromaticity of the blue primary
   * @param white chromaticity of the white point
   * @param maxLuminance in 0.0001 cd/m²
   * @param minLuminance in 0.0001 cd/m²
   */
  public record MasteringDisplay(
      Point red, Point green, Point blue, Point white, long maxLuminance, long minLuminance) {}

  /**
   * A chromaticity of CIE 1931.
   *
   * @param x in 0.00002
   * @param y in 0.00002
   */
  public record Point(int x, int y) {}

  /**
   * Content light level (CTA-861.3).
   *
   * @param maxContentLight MaxCLL, the brightest pixel, in cd/m², 0 if unknown
   * @param maxFrameAverage MaxFALL, the brightest picture's average, in cd/m², 0 if unknown
   */
  public record ContentLight(int maxContentLight, int maxFrameAverage) {}

  /** This, with what is missing taken from {@code other}. */
  public HdrMetadata or(HdrMetadata other) {
    return new HdrMetadata(mastering.or(other::mastering), light.or(other::light));
  }
}
