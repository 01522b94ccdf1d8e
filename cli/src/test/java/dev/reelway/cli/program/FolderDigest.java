package dev.reelway.cli.program;

import dev.reelway.contracts.work.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The bytes of a whole folder, small enough to compare and to print. */
public final class FolderDigest {

  private FolderDigest() {}

  /**
   * SHA-256 of every file, by path from the folder; folders without files count for nothing.
   * Reports are left out, which tell how long things took, and stamps, which tell of the folder.
   */
  public static SortedMap<String, String> of(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(FolderDigest::isPromised).toList()) {
        digests.put(folder.relativize(file).toString(), ContentHash.of(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private static boolean isPromised(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.startsWith("report.") && !name.equals("stamps.json");
  }
}
