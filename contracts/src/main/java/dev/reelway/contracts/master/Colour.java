package dev.reelway.contracts.master;

/**
 * Colour of a picture as ITU-T H.273 code points.
 *
 * @param primaries ColourPrimaries, 2 = unspecified
 * @param transfer TransferCharacteristics, 2 = unspecified
 * @param matrix MatrixCoefficients, 2 = unspecified
 * @param fullRange whether samples use the full code range
 */
public record Colour(int primaries, int transfer, int matrix, boolean fullRange) {

  /** High definition, limited range (ITU-R BT.709). */
  public static final Colour BT709 = new Colour(1, 1, 1, false);

  /** 625-line standard definition, limited range (ITU-R BT.601). */
  public static final Colour BT601_625 = new Colour(5, 6, 6, false);

  /** 525-line standard definition, limited range (ITU-R BT.601). */
  public static final Colour BT601_525 = new Colour(6, 6, 6, false);

  private static final int UNSPECIFIED = 2;
  private static final int PQ = 16;
  private static final int HLG = 18;

  /** Whether the transfer function is PQ (SMPTE ST 2084) or HLG (ARIB STD-B67). */
  public boolean highDynamicRange() {
    return transfer == PQ || transfer == HLG;
  }

  /** This with every unspecified code point taken from {@code fallback}. */
  public Colour orElse(Colour fallback) {
    return new Colour(
        known(primaries) ? primaries : fallback.primaries,
        known(transfer) ? transfer : fallback.transfer,
        known(matrix) ? matrix : fallback.matrix,
        fullRange);
  }

  private static boolean known(int codePoint) {
    return codePoint != UNSPECIFIED && codePoint != 0;
  }
}
