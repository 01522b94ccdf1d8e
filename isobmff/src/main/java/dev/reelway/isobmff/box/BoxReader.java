package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads big-endian fields inside the bounds of one box. Every method throws {@link BoxException}
 * when the box ends too early, so nothing outside the box is seen and nothing is allocated for a
 * count that the box cannot hold.
 */
public final class BoxReader {
  private static final int MAX_DEPTH = 16;

  private final FourCc type;
  private final ByteBuffer buffer;
  private final long origin;
  private final int depth;

  private BoxReader(FourCc type, ByteBuffer buffer, long origin, int depth) {
    this.type = type;
    this.buffer = buffer;
    this.origin = origin;
    this.depth = depth;
  }

  /** Reads a run of whole boxes that starts at {@code fileOffset}, which only errors mention. */
  public static BoxReader of(byte[] bytes, long fileOffset) {
    return new BoxReader(FourCc.of("file"), ByteBuffer.wrap(bytes), fileOffset, 0);
  }

  /** Returns the type of the box being read. */
  public FourCc type() {
    return type;
  }

  /** Returns how many bytes of the box are unread. */
  public int remaining() {
    return buffer.remaining();
  }

  /** Reads 8 bits unsigned. */
  public int u8() {
    return need(1).get() & 0xff;
  }

  /** Reads 16 bits unsigned. */
  public int u16() {
    return need(2).getShort() & 0xffff;
  }

  /** Reads 24 bits unsigned. */
  public int u24() {
    return u8() << 16 | u16();
  }

  /** Reads 32 bits unsigned. */
  public long u32() {
    return i32() & 0xffff_ffffL;
  }

  /** Reads 32 bits signed. */
  public int i32() {
    return need(4).getInt();
  }

  /** Reads 64 bits; refuses numbers of 2^63 and more. */
  public long u64() {
    long value = i64();
    if (value < 0) {
      throw fault("64-bit number out of range");
    }
    return value;
  }

  /** Reads 64 bits signed. */
  public long i64() {
    return need(8).getLong();
  }

  /** Reads 64 bits in version 1 of a box, 32 bits in version 0. */
  public long time(int version) {
    return version == 0 ? u32() : u64();
  }

  /** Reads the version of a full box and refuses one above {@code newest}. */
  public int version(int newest) {
    int version = u8();
    if (version > newest) {
      throw fault("version " + version + " is not supported");
    }
    return version;
  }

  /** Reads a four-letter code. */
  public FourCc fourCc() {
    return new FourCc(i32());
  }

  /** Passes over {@code count} bytes. */
  public BoxReader skip(int count) {
    need(count).position(buffer.position() + count);
    return this;
  }

  /** Reads {@code count} bytes. */
  public Bytes bytes(int count) {
    need(count);
    byte[] bytes = new byte[count];
    buffer.get(bytes);
    return Bytes.copyOf(bytes);
  }

  /** Reads UTF-8 text up to a zero byte or the end of the box. */
  public String text() {
    int start = buffer.position();
    int end = start;
    while (end < buffer.limit() && buffer.get(end) != 0) {
      end++;
    }
    byte[] letters = new byte[end - start];
    buffer.get(letters);
    buffer.position(Math.min(end + 1, buffer.limit()));
    return new String(letters, StandardCharsets.UTF_8);
  }

  /** Reads a 32-bit count and refuses one whose entries of {@code entryBytes} would not fit. */
  public int count(int entryBytes) {
    return count(u32(), entryBytes);
  }

  /** Refuses a count whose entries of {@code entryBytes} would not fit into the rest of the box. */
  public int count(long count, int entryBytes) {
    if (count > buffer.remaining() / entryBytes) {
      throw fault(count + " entries do not fit into the remaining " + remaining() + " bytes");
    }
    return (int) count;
  }

  /** Returns a reader of the same box at the same place, to look ahead with. */
  BoxReader peek() {
    return new BoxReader(type, buffer.duplicate(), origin, depth);
  }

  /** Reads nested boxes up to the end of this one. */
  public List<Box> boxes() {
    List<Box> boxes = new ArrayList<>();
    while (buffer.hasRemaining()) {
      boxes.add(box());
    }
    return boxes;
  }

  /** Reads one nested box, which must use all of its bytes. */
  public Box box() {
    BoxReader child = child();
    Box box = BoxTypes.read(child);
    if (child.remaining() > 0) {
      throw child.fault(child.remaining() + " bytes behind the last field");
    }
    return box;
  }

  /** Makes an exception that names this box and the present offset. */
  public BoxException fault(String fault) {
    return new BoxException(type, origin + buffer.position(), fault);
  }

  private BoxReader child() {
    if (depth == MAX_DEPTH) {
      throw fault("boxes nested deeper than " + MAX_DEPTH);
    }
    int start = buffer.position();
    long size = u32();
    FourCc childType = fourCc();
    if (size == BoxHeader.SIZE_IS_64_BIT) {
      size = u64();
    } else if (size == BoxHeader.SIZE_TO_THE_END) {
      size = (long) buffer.limit() - start;
    }
    int head = buffer.position() - start;
    if (size < head || size > buffer.limit() - start) {
      throw new BoxException(childType, origin + start, size + " bytes do not fit into " + type);
    }
    ByteBuffer payload = buffer.slice(buffer.position(), (int) size - head);
    long payloadOrigin = origin + buffer.position();
    buffer.position(start + (int) size);
    return new BoxReader(childType, payload, payloadOrigin, depth + 1);
  }

  private ByteBuffer need(int count) {
    if (count > buffer.remaining()) {
      throw fault("ends early, " + count + " more bytes needed, " + remaining() + " there");
    }
    return buffer;
  }
}
