package dev.reelway.media.text.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds caption bytes in coded pictures: SEI messages of H.264 and HEVC, user data of MPEG-2 (ATSC
 * A/53 part 4, 6.2.3; CTA-708, 4.3). Nothing is decoded.
 */
public final class CaptionData {

  private static final Set<String> CODECS = Set.of("h264", "hevc", "mpeg2video");

  private static final int H264_SEI = 6;
  private static final int HEVC_PREFIX_SEI = 39;
  private static final int HEVC_SUFFIX_SEI = 40;
  private static final int MPEG2_USER_DATA = 0xb2;
  private static final int REGISTERED_USER_DATA = 4;

  private final String codec;
  private final int lengthBytes;

  private CaptionData(String codec, int lengthBytes) {
    this.codec = codec;
    this.lengthBytes = lengthBytes;
  }

  /** Whether pictures of this codec can carry captions. */
  public static boolean isIn(String codec) {
    return CODECS.contains(codec);
  }

  /** A finder for the packets of a stream with this codec (FFmpeg's name) and private data. */
  public static CaptionData of(String codec, byte[] extradata) {
    boolean boxed = extradata.length > 22 && extradata[0] == 1;
    return switch (codec) {
      case "h264" ->
          new CaptionData(
              codec, extradata.length > 6 && extradata[0] == 1 ? size(extradata[4]) : 0);
      case "hevc" -> new CaptionData(codec, boxed ? size(extradata[21]) : 0);
      default -> new CaptionData(codec, 0);
    };
  }

  private static int size(byte lengthSizeMinusOne) {
    return (lengthSizeMinusOne & 3) + 1;
  }

  /**
   * All pairs of one packet that say something.
   *
   * @param ticks presentation time of the picture
   * @return absent list elements never; empty if the packet has captions without text
   */
  public List<CaptionPair> pairs(long ticks, byte[] packet) {
    List<CaptionPair> pairs = new ArrayList<>();
    for (byte[] message : messages(packet)) {
      read(ticks, message, pairs);
    }
    return pairs;
  }

  /** Whether a packet carries captions, be they empty. */
  public boolean carries(byte[] packet) {
    return !messages(packet).isEmpty();
  }

  /** The caption messages of a packet, from the byte after the identifier GA94 on. */
  private List<byte[]> messages(byte[] packet) {
    List<byte[]> messages = new ArrayList<>();
    for (byte[] unit : UnitSplitter.split(packet, lengthBytes)) {
      if (codec.equals("mpeg2video")) {
        if (unit.length > 6 && (unit[0] & 0xff) == MPEG2_USER_DATA) {
          keep(unit, 1, unit.length, messages);
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
        keep(unit, position + 3, end, messages);
      }
      position = end;
    }
  }

  private static void keep(byte[] unit, int from, int to, List<byte[]> messages) {
    boolean captions =
        to - from > 6
            && unit[from] == 'G'
            && unit[from + 1] == 'A'
            && unit[from + 2] == '9'
            && unit[from + 3] == '4'
            && unit[from + 4] == 3;
    if (captions) {
      messages.add(java.util.Arrays.copyOfRange(unit, from + 5, to));
    }
  }

  private static void read(long ticks, byte[] message, List<CaptionPair> pairs) {
    int count = (message[0] & 0x40) == 0 ? 0 : message[0] & 0x1f;
    for (int i = 0; i < count && 2 + 3 * i + 2 < message.length; i++) {
      triplet(ticks, message, 2 + 3 * i, pairs);
    }
  }

  /** Pairs of plain triplets, as QuickTime's caption tracks come out of FFmpeg. */
  public static List<CaptionPair> triplets(long ticks, byte[] triplets) {
    List<CaptionPair> pairs = new ArrayList<>();
    for (int i = 0; i + 2 < triplets.length; i += 3) {
      triplet(ticks, triplets, i, pairs);
    }
    return pairs;
  }

  private static void triplet(long ticks, byte[] bytes, int at, List<CaptionPair> pairs) {
    boolean valid = (bytes[at] & 0x04) != 0;
    int type = bytes[at] & 0x03;
    int first = bytes[at + 1] & 0x7f;
    int second = bytes[at + 2] & 0x7f;
    if (valid && type < 2 && (first != 0 || second != 0)) {
      pairs.add(new CaptionPair(ticks, type + 1, first, second));
    }
  }
}
