package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A view of one open bitstream unit (OBU) inside an array, in the low-overhead format (AV1
 * bitstream specification, 5.2 and 5.3).
 */
final class Av1Unit {
  static final int SEQUENCE_HEADER = 1;
  static final int TEMPORAL_DELIMITER = 2;
  static final int FRAME_HEADER = 3;
  static final int METADATA = 5;
  static final int FRAME = 6;
  static final int REDUNDANT_FRAME_HEADER = 7;
  static final int PADDING = 15;

  private static final int MAX_SIZE_BYTES = 8;

  private final byte[] data;
  private final int offset;
  private final int payloadOffset;
  private final int end;

  private Av1Unit(byte[] data, int offset, int payloadOffset, int end) {
    this.data = data;
    this.offset = offset;
    this.payloadOffset = payloadOffset;
    this.end = end;
  }

  /** All units in order; the last may be without a size. */
  static List<Av1Unit> split(byte[] data) {
    List<Av1Unit> units = new ArrayList<>();
    int position = 0;
    while (position < data.length) {
      Av1Unit unit = at(data, position);
      units.add(unit);
      position = unit.end;
    }
    return units;
  }

  private static Av1Unit at(byte[] data, int offset) {
    boolean extended = (data[offset] & 4) != 0;
    boolean sized = (data[offset] & 2) != 0;
    int position = offset + (extended ? 2 : 1);
    long size = 0;
    if (sized) {
      int shift = 0;
      int read;
      do {
        if (position >= data.length || shift >= 7 * MAX_SIZE_BYTES) {
          throw new BitstreamException("AV1 unit at byte " + offset + " has no end of its size");
        }
        read = data[position++];
        size |= (long) (read & 0x7f) << shift;
        shift += 7;
      } while ((read & 0x80) != 0);
    } else {
      size = (long) data.length - position;
    }
    if (size < 0 || size > data.length - position) {
      throw new BitstreamException("AV1 unit at byte " + offset + " runs past its sample");
    }
    return new Av1Unit(data, offset, position, position + (int) size);
  }

  int type() {
    return data[offset] >> 3 & 0xf;
  }

  int offset() {
    return offset;
  }

  int size() {
    return end - offset;
  }

  /** The unit with header and size. */
  Bytes bytes() {
    return Bytes.copyOf(data, offset, size());
  }

  byte[] payload() {
    return Bytes.copyOf(data, payloadOffset, end - payloadOffset).toArray();
  }

  boolean isFrame() {
    return type() == FRAME || type() == FRAME_HEADER;
  }

  /**
   * Whether a frame unit is a key frame that is shown: the first four bits of its header, 5.9.2.
   */
  boolean isShownKeyFrame() {
    return end > payloadOffset && (data[payloadOffset] & 0xf0) == 0x10;
  }
}
