package dev.reelway.conformance.bitstream;

import java.util.Optional;

/**
 * What a sequence parameter set says that a container repeats.
 *
 * @param width in pixels that are shown; 0 if not read
 * @param height in pixels that are shown; 0 if not read
 * @param profile number of the profile
 * @param level number of the level
 * @param colour code points of ISO/IEC 23091-2; empty if not told
 * @param pixelWidth relative width of a pixel; 0 if not told
 * @param pixelHeight relative height of a pixel; 0 if not told
 */
public record PictureFormat(
    int width,
    int height,
    int profile,
    int level,
    Optional<ColourCodes> colour,
    int pixelWidth,
    int pixelHeight) {

  /**
   * Code points of ISO/IEC 23091-2; 2 is "unspecified".
   *
   * @param primaries 1 is BT.709, 9 BT.2020
   * @param transfer 1 is BT.709, 16 PQ, 18 HLG
   * @param matrix 1 is BT.709, 9 BT.2020
   * @param fullRange whether samples use all values
   */
  public record ColourCodes(int primaries, int transfer, int matrix, boolean fullRange) {
    private static final int UNSPECIFIED = 2;

    /** Whether anything is told. */
    public boolean isTold() {
      return primaries != UNSPECIFIED || transfer != UNSPECIFIED || matrix != UNSPECIFIED;
    }

    @Override
    public String toString() {
      return primaries + "/" + transfer + "/" + matrix + (fullRange ? " full range" : "");
    }
  }
}
