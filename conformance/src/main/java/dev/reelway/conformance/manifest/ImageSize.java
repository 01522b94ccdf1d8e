package dev.reelway.conformance.manifest;

import dev.reelway.isobmff.read.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Width and height, of a picture or of a grid.
 *
 * @param width in pixels or columns
 * @param height in pixels or rows
 */
public record ImageSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
  private static final int MOST_HEADER_BYTES = 1 << 16;
  private static final int MARKER = 0xff;

  /** Reads {@code 320x180}. */
  public static Optional<ImageSize> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ImageSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Returns the size of a JPEG file by its frame header, ITU-T T.81 B.2.2. */
  public static Optional<ImageSize> read(ByteSource file) throws IOException {
    int length = (int) Math.min(file.sizeBytes(), MOST_HEADER_BYTES);
    ByteBuffer bytes = ByteBuffer.wrap(file.read(0, length));
    if (bytes.remaining() < 4 || bytes.getShort() != (short) 0xffd8) {
      return Optional.empty();
    }
    while (bytes.remaining() >= 9) {
      int mark = Byte.toUnsignedInt(bytes.get());
      int kind = Byte.toUnsignedInt(bytes.get());
      int size = Short.toUnsignedInt(bytes.getShort());
      if (mark != MARKER || size < 2) {
        return Optional.empty();
      }
      if (isFrame(kind)) {
        bytes.get();
        int height = Short.toUnsignedInt(bytes.getShort());
        return Optional.of(new ImageSize(Short.toUnsignedInt(bytes.getShort()), height));
      }
      bytes.position(Math.min(bytes.limit(), bytes.position() + size - 2));
    }
    return Optional.empty();
  }

  /** SOF0 to SOF15, without the tables and arithmetic conditioning between them. */
  private static boolean isFrame(int kind) {
    return kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
  }

  /** The size of a grid of pictures of this size. */
  public ImageSize times(ImageSize layout) {
    return new ImageSize(width * layout.width, height * layout.height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
