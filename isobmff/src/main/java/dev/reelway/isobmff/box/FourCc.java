package dev.reelway.isobmff.box;

import java.nio.charset.StandardCharsets;

/**
 * A four-letter code: the type of a box, a brand or a handler.
 *
 * @param code the four bytes, first letter in the highest
 */
public record FourCc(int code) {
  private static final int LETTERS = 4;

  /** Makes a code of exactly four Latin letters, for example {@code "moof"} or {@code "url "}. */
  public static FourCc of(String letters) {
    byte[] bytes = letters.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length != LETTERS) {
      throw new IllegalArgumentException("not four letters: " + letters);
    }
    int code = 0;
    for (byte letter : bytes) {
      code = code << 8 | (letter & 0xff);
    }
    return new FourCc(code);
  }

  /** Gives the letters; bytes that cannot be printed become {@code \xNN}. */
  @Override
  public String toString() {
    StringBuilder letters = new StringBuilder(LETTERS);
    for (int shift = 24; shift >= 0; shift -= 8) {
      int letter = code >>> shift & 0xff;
      if (letter >= ' ' && letter <= '~') {
        letters.append((char) letter);
      } else {
        letters.append(String.format("\\x%02x", letter));
      }
    }
    return letters.toString();
  }
}
