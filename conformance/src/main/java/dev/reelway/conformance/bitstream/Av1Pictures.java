package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** AV1, AV1 bitstream specification 5.3 and 5.9.2. */
public final class Av1Pictures implements PictureReader {
  private static final int SEQUENCE_HEADER = 1;
  private static final int FRAME_HEADER = 3;
  private static final int FRAME = 6;
  private static final int MAX_SIZE_BYTES = 8;
  private static final int SHOWN_KEY = 0x10;
  private static final int SHOW_TYPE_AND_SHOWN = 0xf0;

  @Override
  public Picture read(byte[] bytes, int from, int to) {
    List<byte[]> headers = new ArrayList<>();
    int first = -1;
    int position = from;
    while (position < to) {
      int[] payload = payload(bytes, position, to);
      int type = bytes[position] >> 3 & 0xf;
      if (type == SEQUENCE_HEADER) {
        headers.add(Arrays.copyOfRange(bytes, payload[0], payload[1]));
      } else if (first < 0 && (type == FRAME || type == FRAME_HEADER)) {
        first = payload[1] > payload[0] ? bytes[payload[0]] & SHOW_TYPE_AND_SHOWN : 0;
      }
      position = payload[1];
    }
    if (first < 0) {
      throw new BitstreamException("no frame in the sample");
    }
    boolean key = first == SHOWN_KEY;
    return new Picture(key, key, false, key ? "key frame" : "other frame", headers, List.of());
  }

  /** The payloads of all sequence headers among units. */
  static List<byte[]> sequenceHeaders(byte[] units) {
    List<byte[]> headers = new ArrayList<>();
    int position = 0;
    while (position < units.length) {
      int[] payload = payload(units, position, units.length);
      if ((units[position] >> 3 & 0xf) == SEQUENCE_HEADER) {
        headers.add(Arrays.copyOfRange(units, payload[0], payload[1]));
      }
      position = payload[1];
    }
    return headers;
  }

  /** First byte of a unit's payload, and the one behind its last. */
  private static int[] payload(byte[] bytes, int offset, int to) {
    boolean extended = (bytes[offset] & 4) != 0;
    boolean sized = (bytes[offset] & 2) != 0;
    int position = offset + (extended ? 2 : 1);
    long size = (long) to - position;
    if (sized) {
      size = 0;
      for (int i = 0, more = 0x80; more != 0; i++, position++) {
        if (position >= to || i == MAX_SIZE_BYTES) {
          throw new BitstreamException("a unit whose size has no end");
        }
        more = bytes[position] & 0x80;
        size |= (long) (bytes[position] & 0x7f) << (7 * i);
      }
    }
    if (size < 0 || size > to - position) {
      throw new BitstreamException("a unit of " + size + " bytes where fewer are left");
    }
    return new int[] {position, position + (int) size};
  }
}
