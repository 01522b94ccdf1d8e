package dev.reelway.platform.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of an object that is about to be put. They can be read again, for a second try. */
public interface ObjectBody {

  /** How many bytes {@link #open} gives, every time. */
  long sizeBytes();

  /** The bytes from the first; the store closes the stream. */
  InputStream open() throws IOException;

  /**
   * The scratch file that the store may take away instead of copying it. Whatever the store, the
   * file is gone after a put that succeeded and untouched after one that did not.
   */
  default Optional<Path> movableFile() {
    return Optional.empty();
  }

  /** Bytes in memory. */
  static ObjectBody ofBytes(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new ObjectBody() {
      @Override
      public long sizeBytes() {
        return copy.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(copy);
      }
    };
  }

  /** Text in UTF-8. */
  static ObjectBody ofText(String text) {
    return ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that stays where it is. */
  static ObjectBody ofFile(Path file) {
    return ofFile(file, false);
  }

  /**
   * A file.
   *
   * @param move whether the store takes it, see {@link #movableFile}
   */
  static ObjectBody ofFile(Path file, boolean move) {
    return new FileBody(file, sizeOf(file), move);
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw StorageFailures.unavailable("read the file for", file.toString(), e);
    }
  }
}
