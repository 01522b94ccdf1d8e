package dev.reelway.isobmff.codec;

/** The numbers of HEVC network abstraction layer units that matter here, ITU-T H.265 table 7-1. */
public final class HevcUnitType {
  /** A slice of an IDR picture that decodable leading pictures may follow. */
  public static final int IDR_W_RADL = 19;

  /** A slice of an IDR picture without leading pictures. */
  public static final int IDR_N_LP = 20;

  /** Video parameter set. */
  public static final int VIDEO_PARAMETER_SET = 32;

  /** Sequence parameter set. */
  public static final int SEQUENCE_PARAMETER_SET = 33;

  /** Picture parameter set. */
  public static final int PICTURE_PARAMETER_SET = 34;

  /** Supplemental enhancement information in front of a picture. */
  public static final int PREFIX_SEI = 39;

  private static final int LAST_VCL = 31;
  private static final int ACCESS_UNIT_DELIMITER = 35;
  private static final int END_OF_SEQUENCE = 36;
  private static final int END_OF_BITSTREAM = 37;
  private static final int FILLER = 38;

  private HevcUnitType() {}

  /** The type that the unit's first byte names. */
  public static int of(int firstByte) {
    return firstByte >> 1 & 0x3f;
  }

  /** Whether units of this type carry a part of the picture itself. */
  static boolean isVcl(int type) {
    return type <= LAST_VCL;
  }

  /** Whether this is a slice of an IDR picture. */
  static boolean isIdr(int type) {
    return type == IDR_W_RADL || type == IDR_N_LP;
  }

  /** Whether units of this type set parameters; in {@code hvc1} they live in the sample entry. */
  static boolean isParameterSet(int type) {
    return type == VIDEO_PARAMETER_SET
        || type == SEQUENCE_PARAMETER_SET
        || type == PICTURE_PARAMETER_SET;
  }

  /** Whether units of this type belong in a sample of an {@code hvc1} track. */
  static boolean belongsInSample(int type) {
    return !isParameterSet(type)
        && type != ACCESS_UNIT_DELIMITER
        && type != END_OF_SEQUENCE
        && type != END_OF_BITSTREAM
        && type != FILLER;
  }
}
