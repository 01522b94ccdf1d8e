package dev.reelway.conformance.place;

/**
 * A part of a file.
 *
 * @param offset of the first byte
 * @param length in bytes, at least 1
 */
public record ByteRange(long offset, long length) {

  /** Refuses ranges that no file can have. */
  public ByteRange {
    if (offset < 0 || length < 1 || offset > Long.MAX_VALUE - length) {
      throw new IllegalArgumentException("no range: " + length + " bytes from " + offset);
    }
  }

  /** Returns the first byte behind the range. */
  public long end() {
    return offset + length;
  }
}
