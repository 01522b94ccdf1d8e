package dev.reelway.media.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of FFmpeg at 25 per second with pop-on captions of CEA-608 in them, put there by hand:
 * one pair of bytes of channel CC1 in an SEI message of each picture (ATSC A/53 part 4, 6.2.3).
 */
public final class CaptionedPictures {

  private static final int NOTHING = 0;
  private static final int RESUME_LOADING = 0x1420;
  private static final int LAST_ROW = 0x1470;
  private static final int END_OF_CAPTION = 0x142f;
  private static final int ERASE = 0x142c;

  private final int[] pairs;

  /** That many pictures without any caption. */
  public CaptionedPictures(int pictures) {
    pairs = new int[pictures];
  }

  /**
   * Adds a caption.
   *
   * @param from picture with which it appears; the ones before carry its letters
   * @param to picture with which it goes
   */
  public CaptionedPictures caption(int from, int to, String text) {
    List<Integer> codes = new ArrayList<>(List.of(RESUME_LOADING, RESUME_LOADING));
    codes.addAll(List.of(LAST_ROW, LAST_ROW));
    for (int i = 0; i < text.length(); i += 2) {
      codes.add(text.charAt(i) << 8 | (i + 1 < text.length() ? text.charAt(i + 1) : 0));
    }
    codes.addAll(List.of(END_OF_CAPTION, END_OF_CAPTION));
    for (int i = 0; i < codes.size(); i++) {
      pairs[from - codes.size() + 2 + i] = codes.get(i);
    }
    pairs[to] = ERASE;
    return this;
  }

  /** Writes them as a bare H.264 stream without reordering. */
  public Path writeTo(Path file) throws IOException {
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i"));
    words.add("testsrc2=size=128x96:rate=25,trim=end_frame=" + pairs.length);
    words.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-threads", "1"));
    words.addAll(List.of("-g", "25", "-bf", "0", "-f", "h264", "-"));
    byte[] stream = FfmpegProgram.run(words);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int picture = 0;
    for (int i = 0; i < stream.length; i++) {
      if (isSlice(stream, i)) {
        out.writeBytes(message(pairs[picture++]));
      }
      out.write(stream[i]);
    }
    return Files.write(file, out.toByteArray());
  }

  private static boolean isSlice(byte[] stream, int at) {
    if (at + 3 >= stream.length || stream[at] != 0 || stream[at + 1] != 0 || stream[at + 2] != 1) {
      return false;
    }
    int type = stream[at + 3] & 0x1f;
    return type == 1 || type == 5;
  }

  private static byte[] message(int pair) {
    byte[] head = {
      0, 0, 1, 6, 4, 17, (byte) 0xb5, 0, 0x31, 'G', 'A', '9', '4', 3, 0x42, (byte) 0xff
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(new byte[] {(byte) 0xfc, odd(pair >> 8), odd(pair)});
    out.writeBytes(new byte[] {(byte) 0xfd, odd(NOTHING), odd(NOTHING)});
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0x80});
    return out.toByteArray();
  }

  /** Seven bits and one that makes their sum odd. */
  private static byte odd(int code) {
    int seven = code & 0x7f;
    return (byte) (Integer.bitCount(seven) % 2 == 0 ? seven | 0x80 : seven);
  }
}
