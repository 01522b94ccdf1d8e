package dev.reelway.isobmff;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes with value equality, so that a record may hold one. */
public final class Bytes {
  private static final int SHOWN_BYTES = 16;

  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] values;

  private Bytes(byte[] values) {
    this.values = values;
  }

  /** Copies {@code values}; later changes to the array are not seen. */
  public static Bytes copyOf(byte[] values) {
    return new Bytes(values.clone());
  }

  /** Copies {@code length} bytes starting at {@code offset}. */
  public static Bytes copyOf(byte[] values, int offset, int length) {
    return new Bytes(Arrays.copyOfRange(values, offset, offset + length));
  }

  /** Parses hexadecimal digits, two per byte, no separators. */
  public static Bytes ofHex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits));
  }

  /** Returns the number of bytes. */
  public int size() {
    return values.length;
  }

  /** Returns the byte at {@code index} as 0..255. */
  public int at(int index) {
    return values[index] & 0xff;
  }

  /** Returns a fresh copy. */
  public byte[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(values, bytes.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Shows short runs whole and long ones by their first bytes and their size. */
  @Override
  public String toString() {
    int shown = Math.min(values.length, SHOWN_BYTES);
    String hex = HexFormat.of().formatHex(values, 0, shown);
    return shown == values.length ? hex : hex + "… (" + values.length + " bytes)";
  }
}
