package dev.reelway.cli.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the disk of a store does to a packaged title. */
final class Damage {

  private Damage() {}

  /**
   * Puts another file in the place of the first picture segment of a title, with one bit turned.
   *
   * @param title the title's folder
   * @return the file
   */
  static Path ofSegment(Path title) throws IOException {
    Path file = segment(title);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 4;
    Files.delete(file);
    Files.write(file, bytes);
    return file;
  }

  private static Path segment(Path title) throws IOException {
    try (Stream<Path> files = Files.walk(title.resolve("tracks"))) {
      return files
          .filter(file -> file.getFileName().toString().equals("segment-00001.m4s"))
          .filter(file -> file.getParent().getFileName().toString().startsWith("video"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}
