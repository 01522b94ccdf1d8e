package dev.reelway.media.text.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes caption bytes out of coded pictures (ATSC A/53 part 4, 6.2.3; CTA-708, 4.3) and of the
 * caption tracks of QuickTime. Nothing is decoded.
 */
public final class CaptionData {

  private static final Set<String> PICTURES = Set.of("h264", "hevc", "mpeg2video");

  /** FFmpeg's name for tracks that hold nothing but captions ({@code c608}). */
  private static final String TRACK = "eia_608";

  private static final int HEAD_BYTES = 7; // GA94, a type, a count, and one byte for others

  private final boolean track;
  private final UserData userData;

  private CaptionData(boolean track, UserData userData) {
    this.track = track;
    this.userData = userData;
  }

  /**
   * What a packet says.
   *
   * @param pairs all pairs that say something
   * @param unread the form of captions in it that nobody here can read
   */
  public record Content(List<CaptionPair> pairs, Optional<UnreadCaptions> unread) {

    /** Defensive copy. */
    public Content {
      pairs = List.copyOf(pairs);
    }
  }

  /** Whether streams of this codec can hold captions: inside pictures, or nothing else. */
  public static boolean isIn(String codec) {
    return PICTURES.contains(codec) || codec.equals(TRACK);
  }

  /** A reader for the packets of a stream with this codec (FFmpeg's name) and private data. */
  public static CaptionData of(String codec, byte[] extradata) {
    return new CaptionData(codec.equals(TRACK), UserData.of(codec, extradata));
  }

  /**
   * Reads a packet.
   *
   * @param ticks presentation time of the picture
   */
  public Content read(long ticks, byte[] packet) {
    List<CaptionPair> pairs = new ArrayList<>();
    if (track) {
      // FFmpeg makes plain triplets of cdat and cdt2, the boxes of field 1 and 2 in each sample.
      triplets(ticks, packet, 0, packet.length / 3, pairs);
      return new Content(pairs, Optional.empty());
    }
    Optional<UnreadCaptions> unread = Optional.empty();
    for (byte[] message : userData.messages(packet)) {
      unread = unread.isPresent() ? unread : UnreadCaptions.in(message);
      if (isCaptions(message)) {
        int count = (message[5] & 0x40) == 0 ? 0 : message[5] & 0x1f;
        triplets(ticks, message, HEAD_BYTES, count, pairs);
      }
    }
    return new Content(pairs, unread);
  }

  /** Whether bytes of coded pictures look as if captions of any form were in them. */
  public static boolean mention(byte[] bytes) {
    for (int i = 0; i + 4 < bytes.length; i++) {
      boolean digital = at(bytes, i, 'G', 'A', '9', '4', 3);
      boolean dvd = at(bytes, i, 'C', 'C', 1, 0xf8);
      boolean cable = at(bytes, i, 0, 0, 1, 0xb2, 3);
      if (digital || dvd || cable) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(byte[] bytes, int position, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[position + i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a message is {@code cc_data()}. */
  static boolean isCaptions(byte[] message) {
    return message.length >= HEAD_BYTES
        && message[0] == 'G'
        && message[1] == 'A'
        && message[2] == '9'
        && message[3] == '4'
        && message[4] == 3;
  }

  private static void triplets(
      long ticks, byte[] bytes, int from, int count, List<CaptionPair> pairs) {
    for (int at = from; at < from + 3 * count && at + 2 < bytes.length; at += 3) {
      boolean valid = (bytes[at] & 0x04) != 0;
      int type = bytes[at] & 0x03;
      int first = bytes[at + 1] & 0x7f;
      int second = bytes[at + 2] & 0x7f;
      if (valid && type < 2 && (first != 0 || second != 0)) {
        pairs.add(new CaptionPair(ticks, type + 1, first, second));
      }
    }
  }
}
