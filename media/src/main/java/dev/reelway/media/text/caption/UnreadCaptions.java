package dev.reelway.media.text.caption;

import java.util.Optional;

/** Forms of captions in pictures that are not read, but named. */
public enum UnreadCaptions {
  /** The captions of digital television (CTA-708). */
  CEA_708("CEA-708"),
  /** User data of MPEG-2 on DVDs, a whole group of pictures at a time. */
  DVD("DVD"),
  /** User data of MPEG-2 in American cable networks. */
  SCTE_20("SCTE 20");

  private static final int FIRST_TRIPLET = 7;
  // Valid, and of type 3.
  private static final int PACKET_START = 7;

  private final String words;

  UnreadCaptions(String words) {
    this.words = words;
  }

  /** The name for people. */
  public String words() {
    return words;
  }

  /** The form of captions in a message that is not of CEA-608. */
  static Optional<UnreadCaptions> in(byte[] message) {
    if (CaptionData.isCaptions(message)) {
      return has708(message) ? Optional.of(CEA_708) : Optional.empty();
    }
    if (message.length > 4
        && message[0] == 'C'
        && message[1] == 'C'
        && message[2] == 1
        && (message[3] & 0xff) == 0xf8) {
      return Optional.of(DVD);
    }
    boolean cable = message.length > 5 && message[0] == 3 && (message[1] & 0x7f) == 1;
    return cable ? Optional.of(SCTE_20) : Optional.empty();
  }

  // A packet of CTA-708 begins here, and its first block belongs to a service: number 0 is filling.
  private static boolean has708(byte[] message) {
    for (int at = FIRST_TRIPLET; at + 2 < message.length; at += 3) {
      if ((message[at] & PACKET_START) == PACKET_START && (message[at + 2] & 0xe0) != 0) {
        return true;
      }
    }
    return false;
  }
}
