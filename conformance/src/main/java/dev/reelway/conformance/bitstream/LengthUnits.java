package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;

/** Goes through the units of an AVC or HEVC sample, each behind its length. */
final class LengthUnits {

  /** Sees one unit. */
  @FunctionalInterface
  interface Visitor {
    void unit(byte[] bytes, int from, int to);
  }

  private LengthUnits() {}

  static void visit(byte[] bytes, int from, int to, int lengthBytes, Visitor visitor) {
    int position = from;
    while (position < to) {
      if (to - position <= lengthBytes) {
        throw new BitstreamException("units do not fill the sample: " + (to - position) + " left");
      }
      long size = 0;
      for (int i = 0; i < lengthBytes; i++) {
        size = size << 8 | (bytes[position + i] & 0xff);
      }
      position += lengthBytes;
      if (size < 1 || size > to - position) {
        throw new BitstreamException(
            "a unit of " + size + " bytes where " + (to - position) + " are left");
      }
      visitor.unit(bytes, position, position + (int) size);
      position += (int) size;
    }
  }
}
