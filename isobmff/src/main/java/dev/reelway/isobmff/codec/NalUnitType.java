package dev.reelway.isobmff.codec;

import java.util.Arrays;

/** What a network abstraction layer unit holds, ISO/IEC 14496-10 table 7-1. */
public enum NalUnitType {
  /** A slice of a picture that other pictures may need first. */
  SLICE(1),
  /** Data partition A of a slice. */
  PARTITION_A(2),
  /** Data partition B of a slice. */
  PARTITION_B(3),
  /** Data partition C of a slice. */
  PARTITION_C(4),
  /** A slice of an instantaneous decoding refresh picture. */
  IDR_SLICE(5),
  /** Supplemental enhancement information. */
  SEI(6),
  /** A sequence parameter set. */
  SEQUENCE_PARAMETER_SET(7),
  /** A picture parameter set. */
  PICTURE_PARAMETER_SET(8),
  /** An access unit delimiter. */
  ACCESS_UNIT_DELIMITER(9),
  /** Filler data, there only to hold a constant bit rate. */
  FILLER(12),
  /** A sequence parameter set extension. */
  SEQUENCE_PARAMETER_SET_EXTENSION(13),
  /** Every other number. */
  OTHER(0);

  private static final int TYPE_MASK = 0x1f;
  private static final NalUnitType[] BY_NUMBER = byNumber();

  private final int number;

  NalUnitType(int number) {
    this.number = number;
  }

  /** Returns the type that the unit's first byte names. */
  public static NalUnitType of(byte firstByte) {
    return BY_NUMBER[firstByte & TYPE_MASK];
  }

  /** Whether the unit carries a part of the picture itself (types 1 to 5). */
  public boolean isVcl() {
    return number >= SLICE.number && number <= IDR_SLICE.number;
  }

  private static NalUnitType[] byNumber() {
    NalUnitType[] types = new NalUnitType[TYPE_MASK + 1];
    Arrays.fill(types, OTHER);
    for (NalUnitType type : values()) {
      types[type.number] = type;
    }
    return types;
  }
}
