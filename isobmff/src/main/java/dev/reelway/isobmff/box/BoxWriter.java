package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Collects big-endian fields and nested boxes in memory; every method returns this writer. */
public final class BoxWriter {
  private static final int FIRST_CAPACITY = 1024;
  private static final long UINT32_MAX = 0xffff_ffffL;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  /** Writes the low 8 bits. */
  public BoxWriter u8(int value) {
    return bigEndian(value, 1);
  }

  /** Writes the low 16 bits. */
  public BoxWriter u16(int value) {
    return bigEndian(value, 2);
  }

  /** Writes the low 24 bits. */
  public BoxWriter u24(int value) {
    return bigEndian(value, 3);
  }

  /** Writes the low 32 bits, signed or not. */
  public BoxWriter u32(long value) {
    return bigEndian(value, 4);
  }

  /** Writes 64 bits. */
  public BoxWriter u64(long value) {
    return bigEndian(value, 8);
  }

  /** Returns 1 if a value needs the 64-bit fields of a version 1 box, else 0. */
  public static int versionFor(long... values) {
    return Arrays.stream(values).anyMatch(value -> value > UINT32_MAX) ? 1 : 0;
  }

  /** Writes 64 bits in version 1 of a box, the low 32 bits in version 0. */
  public BoxWriter time(int version, long value) {
    return version == 0 ? u32(value) : u64(value);
  }

  /** Writes the head of a full box, ISO/IEC 14496-12 clause 4.2. */
  public BoxWriter versionAndFlags(int version, int flags) {
    return u8(version).u24(flags);
  }

  /** Writes a four-letter code. */
  public BoxWriter fourCc(FourCc code) {
    return u32(code.code());
  }

  /** Writes {@code count} zero bytes, as reserved fields want. */
  public BoxWriter zeros(int count) {
    ensure(count);
    size += count; // fresh capacity is zero
    return this;
  }

  /** Writes the bytes as they are. */
  public BoxWriter bytes(Bytes value) {
    return bytes(value.toArray());
  }

  /** Writes the text as UTF-8 and a zero byte. */
  public BoxWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8)).u8(0);
  }

  /** Writes a box and, around its payload, its size and type. */
  public BoxWriter box(Box box) {
    int start = size;
    u32(0).fourCc(box.type());
    box.write(this);
    int end = size;
    size = start;
    u32(end - start);
    size = end;
    return this;
  }

  /** Writes the boxes in order. */
  public BoxWriter boxes(List<? extends Box> boxes) {
    boxes.forEach(this::box);
    return this;
  }

  /** Returns how many bytes have been written. */
  public int size() {
    return size;
  }

  /** Returns a copy of what has been written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private BoxWriter bytes(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  private BoxWriter bigEndian(long value, int count) {
    ensure(count);
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
