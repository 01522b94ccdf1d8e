package dev.reelway.conformance.place;

import dev.reelway.isobmff.read.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;

/** A file of a package. */
public interface Resource extends ByteSource {

  /**
   * Returns what the place tells beside the bytes, such as {@code content-type}; names in small
   * letters. Empty where there is no such thing, as in a folder.
   */
  default Map<String, String> headers() {
    return Map.of();
  }

  /**
   * Reads all bytes.
   *
   * @throws EOFException if there are more than {@code maxBytes}, or fewer than told
   */
  default byte[] readAll(int maxBytes) throws IOException {
    long size = sizeBytes();
    if (size > maxBytes) {
      throw new EOFException(size + " bytes are more than " + maxBytes);
    }
    return read(0, (int) size);
  }
}
