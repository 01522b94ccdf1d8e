package dev.reelway.media.process;

import dev.reelway.isobmff.read.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Whether a file of another container than MP4 ends before its own first bytes say it should.
 *
 * <pre>
 *  Matroska  EBML header ─ Segment with its size            RFC 8794, 4 and RFC 9559, 5
 *  RIFF      "RIFF" size "AVI " … "RIFF" size "AVIX" …      AVI and its OpenDML parts
 *  RIFF      "RIFF" size "WAVE" …
 * </pre>
 *
 * A size that says "unknown", as recordings that nobody closed have, is no promise.
 */
final class DeclaredEnd {

  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int RIFF_HEADER = 12;
  private static final int MOST_PARTS = 10_000;

  /** Programs count their own headers in or out of the size of a RIFF. */
  private static final int SLOPPINESS = 1024;

  private final ByteSource file;
  private final long size;

  private DeclaredEnd(ByteSource file) throws IOException {
    this.file = file;
    this.size = file.sizeBytes();
  }

  /** Where a cut file ends; empty for one that is whole or makes no promise. */
  static OptionalLong cutAt(ByteSource file) throws IOException {
    DeclaredEnd end = new DeclaredEnd(file);
    boolean cut = end.size >= RIFF_HEADER && (end.cutMatroska() || end.cutRiff());
    return cut ? OptionalLong.of(end.size) : OptionalLong.empty();
  }

  private boolean cutMatroska() throws IOException {
    if (ByteBuffer.wrap(file.read(0, 4)).getInt() != EBML) {
      return false;
    }
    Length header = length(4);
    long segment = header.value < 0 ? Long.MAX_VALUE : header.end + header.value;
    if (segment > size - 8 || ByteBuffer.wrap(file.read(segment, 4)).getInt() != SEGMENT) {
      return false;
    }
    Length body = length(segment + 4);
    return body.value >= 0 && body.value > size - body.end;
  }

  /**
   * A number of one to eight bytes.
   *
   * @param value -1 if unknown
   * @param end first byte after it
   */
  private record Length(long value, long end) {}

  private Length length(long position) throws IOException {
    int available = (int) Math.min(8, size - position);
    byte[] bytes = file.read(position, available);
    int count = Integer.numberOfLeadingZeros(bytes[0] & 0xff) - 23;
    if (count > available) {
      return new Length(-1, size);
    }
    long value = bytes[0] & (0xff >> count);
    for (int i = 1; i < count; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    boolean unknown = value == (1L << (7 * count)) - 1;
    return new Length(unknown ? -1 : value, position + count);
  }

  // Chunks are padded to an even number of bytes; a missing pad byte is no loss.
  private boolean cutRiff() throws IOException {
    long position = 0;
    for (int i = 0; i < MOST_PARTS && position <= size - RIFF_HEADER; i++) {
      ByteBuffer header =
          ByteBuffer.wrap(file.read(position, RIFF_HEADER)).order(ByteOrder.LITTLE_ENDIAN);
      String name = new String(header.array(), 0, 4, StandardCharsets.US_ASCII);
      String form = new String(header.array(), 8, 4, StandardCharsets.US_ASCII);
      long declared = Integer.toUnsignedLong(header.getInt(4));
      boolean known = form.startsWith("AVI") || form.equals("WAVE");
      if (!name.equals("RIFF") || !known || declared == 0 || declared >= 0xFFFF_FFFFL - 8) {
        return false;
      }
      if (declared > size - position - 8 + SLOPPINESS) {
        return true;
      }
      position += 8 + declared + declared % 2;
    }
    return false;
  }
}
