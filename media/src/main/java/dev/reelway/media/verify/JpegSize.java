package dev.reelway.media.verify;

import java.util.Optional;

/**
 * The size of a JPEG picture, read from its frame header (ITU-T T.81, B.2.2).
 *
 * @param width in pixels
 * @param height in pixels
 */
record JpegSize(int width, int height) {

  private static final int MARKER = 0xFF;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int BASELINE_FRAME = 0xC0;
  private static final int START_OF_SCAN = 0xDA;

  /** The size of a whole baseline file; empty for anything else. */
  static Optional<JpegSize> of(byte[] file) {
    int end = file.length - 2;
    if (end < 2 || !isMarker(file, 0, START_OF_IMAGE) || !isMarker(file, end, END_OF_IMAGE)) {
      return Optional.empty();
    }
    int position = 2;
    while (position + 9 < file.length && at(file, position) == MARKER) {
      int marker = at(file, position + 1);
      if (marker == BASELINE_FRAME) {
        return Optional.of(new JpegSize(u16(file, position + 7), u16(file, position + 5)));
      }
      if (marker == START_OF_SCAN) {
        return Optional.empty();
      }
      position += 2 + u16(file, position + 2);
    }
    return Optional.empty();
  }

  private static boolean isMarker(byte[] file, int position, int marker) {
    return at(file, position) == MARKER && at(file, position + 1) == marker;
  }

  private static int u16(byte[] file, int position) {
    return at(file, position) << 8 | at(file, position + 1);
  }

  private static int at(byte[] file, int position) {
    return Byte.toUnsignedInt(file[position]);
  }
}
