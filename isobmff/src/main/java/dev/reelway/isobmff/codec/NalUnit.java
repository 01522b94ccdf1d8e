package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.util.Arrays;

/**
 * A view of one network abstraction layer unit inside an array: header byte first, no start code,
 * no length field.
 */
final class NalUnit {
  private static final int USER_DATA_UNREGISTERED = 5;
  private static final byte[] X264_UUID = Bytes.ofHex("dc45e9bde6d948b7962cd820d923eeef").toArray();

  private final byte[] data;
  private final int offset;
  private final int size;

  NalUnit(byte[] data, int offset, int size) {
    this.data = data;
    this.offset = offset;
    this.size = size;
  }

  int offset() {
    return offset;
  }

  int size() {
    return size;
  }

  NalUnitType type() {
    return NalUnitType.of(data[offset]);
  }

  /** The type if this is a unit of HEVC. */
  int hevcType() {
    return HevcUnitType.of(data[offset]);
  }

  /** What follows the head of {@code unit}, without the 03 of every 00 00 03 (clause 7.3.1). */
  static byte[] withoutEmulationPrevention(Bytes unit, int headBytes) {
    byte[] plain = new byte[unit.size() - headBytes];
    int size = 0;
    int zeros = 0;
    for (int i = headBytes; i < unit.size(); i++) {
      int value = unit.at(i);
      boolean inserted = zeros >= 2 && value == 3;
      zeros = value == 0 ? zeros + 1 : 0;
      if (!inserted) {
        plain[size++] = (byte) value;
      }
    }
    return Arrays.copyOf(plain, size);
  }

  Bytes bytes() {
    return Bytes.copyOf(data, offset, size);
  }

  /**
   * Whether the unit belongs in a sample of an {@code avc1} track: parameter sets live in the
   * sample entry, delimiters and filler say nothing there, and x264's settings message only costs
   * bytes.
   */
  boolean belongsInSample() {
    return switch (type()) {
      case SEQUENCE_PARAMETER_SET,
          PICTURE_PARAMETER_SET,
          SEQUENCE_PARAMETER_SET_EXTENSION,
          ACCESS_UNIT_DELIMITER,
          FILLER ->
          false;
      case SEI -> !isX264Settings();
      default -> true;
    };
  }

  /** x264 writes its settings as a message of their own unit, so the first message decides. */
  private boolean isX264Settings() {
    if (size < 2 || data[offset + 1] != USER_DATA_UNREGISTERED) {
      return false;
    }
    int uuid = offset + 2;
    while (uuid < offset + size && data[uuid] == (byte) 0xff) {
      uuid++; // the message size is a run of 255s and one last byte
    }
    uuid++;
    int end = uuid + X264_UUID.length;
    return end <= offset + size && Arrays.equals(data, uuid, end, X264_UUID, 0, X264_UUID.length);
  }
}
