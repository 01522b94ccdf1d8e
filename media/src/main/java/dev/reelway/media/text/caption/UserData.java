package dev.reelway.media.text.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what is registered by the ATSC in coded pictures: SEI messages of H.264 and HEVC, and all
 * user data of MPEG-2.
 */
final class UserData {

  private static final int H264_SEI = 6;
  private static final int HEVC_PREFIX_SEI = 39;
  private static final int HEVC_SUFFIX_SEI = 40;
  private static final int MPEG2_USER_DATA = 0xb2;
  private static final int REGISTERED_USER_DATA = 4;

  private final String codec;
  private final int lengthBytes;

  private UserData(String codec, int lengthBytes) {
    this.codec = codec;
    this.lengthBytes = lengthBytes;
  }

  /** A finder for the packets of a stream with this codec (FFmpeg's name) and private data. */
  static UserData of(String codec, byte[] extradata) {
    boolean boxed = extradata.length > 0 && extradata[0] == 1;
    return switch (codec) {
      case "h264" ->
          new UserData(codec, boxed && extradata.length > 6 ? lengthBytes(extradata[4]) : 0);
      case "hevc" ->
          new UserData(codec, boxed && extradata.length > 22 ? lengthBytes(extradata[21]) : 0);
      default -> new UserData(codec, 0);
    };
  }

  private static int lengthBytes(byte lengthSizeMinusOne) {
    return (lengthSizeMinusOne & 3) + 1;
  }

  /** The messages of a packet, from the byte after the provider's code on. */
  List<byte[]> messages(byte[] packet) {
    List<byte[]> messages = new ArrayList<>();
    for (byte[] unit : UnitSplitter.split(packet, lengthBytes)) {
      if (codec.equals("mpeg2video")) {
        if (unit.length > 1 && (unit[0] & 0xff) == MPEG2_USER_DATA) {
          messages.add(Arrays.copyOfRange(unit, 1, unit.length));
        }
      } else if (isSei(unit)) {
        sei(UnitSplitter.unescape(unit), messages);
      }
    }
    return messages;
  }

  private boolean isSei(byte[] unit) {
    if (unit.length < 4) {
      return false;
    }
    int hevcType = unit[0] >> 1 & 0x3f;
    return codec.equals("h264")
        ? (unit[0] & 0x1f) == H264_SEI
        : hevcType == HEVC_PREFIX_SEI || hevcType == HEVC_SUFFIX_SEI;
  }

  private void sei(byte[] unit, List<byte[]> messages) {
    int position = codec.equals("h264") ? 1 : 2;
    while (position + 2 < unit.length) {
      int type = 0;
      while (position < unit.length && (unit[position] & 0xff) == 0xff) {
        type += 0xff;
        position++;
      }
      type += position < unit.length ? unit[position++] & 0xff : 0;
      int size = 0;
      while (position < unit.length && (unit[position] & 0xff) == 0xff) {
        size += 0xff;
        position++;
      }
      size += position < unit.length ? unit[position++] & 0xff : 0;
      int end = Math.min(unit.length, position + size);
      // Country United States, provider ATSC.
      if (type == REGISTERED_USER_DATA
          && end - position > 3
          && (unit[position] & 0xff) == 0xb5
          && unit[position + 1] == 0
          && unit[position + 2] == 0x31) {
        messages.add(Arrays.copyOfRange(unit, position + 3, end));
      }
      position = end;
    }
  }
}
