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
   * @param carriesCaptions whether captions of CEA-608 can be in it, be they empty
   * @param pairs all pairs that say something
   * @param unread the form of captions in it that nobody here can read
   */
  public record Content(
      boolean carriesCaptions, List<CaptionPair> pairs, Optional<UnreadCaptions> unread) {

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
      return new Content(true, pairs, Optional.empty());
    }
    boolean carries = false;
    Optional<UnreadCaptions> unread = Optional.empty();
    for (byte[] message : userData.messages(packet)) {
      unread = unread.isPresent() ? unread : UnreadCaptions.in(message);
      if (isCaptions(message)) {
        carries = true;
        int count = (message[5] & 0x40) == 0 ? 0 : message[5] & 0x1f;
        triplets(ticks, message, HEAD_BYTES, count, pairs);
      }
    }
    return new Content(carries, pairs, unread);
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
