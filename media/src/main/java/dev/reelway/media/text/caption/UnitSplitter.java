package dev.reelway.media.text.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a packet into its units, be they marked by start codes or by lengths. */
final class UnitSplitter {

  private UnitSplitter() {}

  /**
   * The units without start codes or lengths.
   *
   * @param lengthBytes size of the length before each unit, 0 for start codes
   */
  static List<byte[]> split(byte[] packet, int lengthBytes) {
    return lengthBytes > 0 ? byLength(packet, lengthBytes) : byStartCode(packet);
  }

  private static List<byte[]> byLength(byte[] packet, int lengthBytes) {
    List<byte[]> units = new ArrayList<>();
    int position = 0;
    while (position + lengthBytes < packet.length) {
      long length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = (length << 8) | (packet[position + i] & 0xff);
      }
      position += lengthBytes;
      if (length <= 0 || length > packet.length - position) {
        return units;
      }
      units.add(Arrays.copyOfRange(packet, position, position + (int) length));
      position += (int) length;
    }
    return units;
  }

  private static List<byte[]> byStartCode(byte[] packet) {
    List<byte[]> units = new ArrayList<>();
    int start = -1;
    for (int i = 0; i + 2 < packet.length; i++) {
      if (packet[i] == 0 && packet[i + 1] == 0 && packet[i + 2] == 1) {
        if (start >= 0) {
          units.add(Arrays.copyOfRange(packet, start, i));
        }
        start = i + 3;
        i += 2;
      }
    }
    if (start >= 0 && start < packet.length) {
      units.add(Arrays.copyOfRange(packet, start, packet.length));
    }
    return units;
  }

  /** Takes out the bytes that keep start codes from appearing (ISO/IEC 14496-10, 7.4.1). */
  static byte[] unescape(byte[] unit) {
    byte[] plain = new byte[unit.length];
    int size = 0;
    int zeros = 0;
    for (byte b : unit) {
      if (zeros >= 2 && b == 3) {
        zeros = 0;
      } else {
        plain[size++] = b;
        zeros = b == 0 ? zeros + 1 : 0;
      }
    }
    return Arrays.copyOf(plain, size);
  }
}
