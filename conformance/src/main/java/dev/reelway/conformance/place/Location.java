package dev.reelway.conformance.place;

import java.util.Optional;

/**
 * Where bytes lie in a {@link Place}.
 *
 * @param path of the file
 * @param range of the file; empty for the whole file
 */
public record Location(String path, Optional<ByteRange> range) {

  /** The whole file. */
  public static Location of(String path) {
    return new Location(path, Optional.empty());
  }

  /** A part of the file. */
  public static Location of(String path, long offset, long length) {
    return new Location(path, Optional.of(new ByteRange(offset, length)));
  }

  /** {@code path} or {@code path@offset+length}. */
  @Override
  public String toString() {
    return range.map(part -> path + "@" + part.offset() + "+" + part.length()).orElse(path);
  }
}
