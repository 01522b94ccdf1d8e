package dev.reelway.conformance.bitstream;

import dev.reelway.conformance.bitstream.PictureFormat.ColourCodes;
import java.util.Optional;

/**
 * The start of the video usability information, which AVC and HEVC have in common (ITU-T H.264 and
 * H.265 annex E).
 *
 * @param colour code points, if told
 * @param pixelWidth relative width of a pixel; 0 if not told
 * @param pixelHeight relative height of a pixel; 0 if not told
 */
record UsabilityInformation(Optional<ColourCodes> colour, int pixelWidth, int pixelHeight) {
  static final UsabilityInformation NONE = new UsabilityInformation(Optional.empty(), 0, 0);

  private static final int EXTENDED_SHAPE = 255;
  private static final int UNSPECIFIED = 2;

  /** Table E-1. */
  private static final int[][] SHAPES = {
    {0, 0}, {1, 1}, {12, 11}, {10, 11}, {16, 11}, {40, 33}, {24, 11}, {20, 11}, {32, 11}, {80, 33},
    {18, 11}, {15, 11}, {64, 33}, {160, 99}, {4, 3}, {3, 2}, {2, 1}
  };

  static UsabilityInformation read(BitInput bits) {
    int width = 0;
    int height = 0;
    if (bits.flag()) { // aspect_ratio_info_present_flag
      int shape = bits.bits(8);
      boolean extended = shape == EXTENDED_SHAPE;
      boolean known = shape < SHAPES.length;
      width = extended ? bits.bits(16) : known ? SHAPES[shape][0] : 0;
      height = extended ? bits.bits(16) : known ? SHAPES[shape][1] : 0;
    }
    if (bits.flag()) { // overscan_info_present_flag
      bits.flag();
    }
    return new UsabilityInformation(colour(bits), width, height);
  }

  private static Optional<ColourCodes> colour(BitInput bits) {
    if (!bits.flag()) { // video_signal_type_present_flag
      return Optional.empty();
    }
    bits.bits(3); // video_format
    boolean fullRange = bits.flag();
    if (!bits.flag()) { // colour_description_present_flag
      return Optional.of(new ColourCodes(UNSPECIFIED, UNSPECIFIED, UNSPECIFIED, fullRange));
    }
    return Optional.of(new ColourCodes(bits.bits(8), bits.bits(8), bits.bits(8), fullRange));
  }
}
