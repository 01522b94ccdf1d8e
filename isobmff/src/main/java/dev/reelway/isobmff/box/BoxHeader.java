package dev.reelway.isobmff.box;

/**
 * Size and type in front of a payload that is not held in memory, ISO/IEC 14496-12 clause 4.2.
 *
 * @param type the four-letter type
 * @param payloadBytes bytes behind the header
 */
public record BoxHeader(FourCc type, long payloadBytes) {
  /** Bytes of a header whose size fits 32 bits. */
  public static final int SHORT_BYTES = 8;

  /** Bytes of a header with a 64-bit size. */
  public static final int LONG_BYTES = 16;

  /** The 32-bit size that says "this box runs to the end of the file". */
  public static final int SIZE_TO_THE_END = 0;

  /** The 32-bit size that says "a 64-bit size follows the type". */
  public static final int SIZE_IS_64_BIT = 1;

  /** The type of the media data box (clause 8.1.1), whose payload is always streamed. */
  public static final FourCc MEDIA_DATA = FourCc.of("mdat");

  /** Returns the bytes this header takes: 8, or 16 when the box is 4 GiB or larger. */
  public int headerBytes() {
    return payloadBytes + SHORT_BYTES <= 0xffff_ffffL ? SHORT_BYTES : LONG_BYTES;
  }

  /** Writes size and type. */
  public void write(BoxWriter out) {
    if (headerBytes() == SHORT_BYTES) {
      out.u32(payloadBytes + SHORT_BYTES).fourCc(type);
    } else {
      out.u32(SIZE_IS_64_BIT).fourCc(type).u64(payloadBytes + LONG_BYTES);
    }
  }
}
