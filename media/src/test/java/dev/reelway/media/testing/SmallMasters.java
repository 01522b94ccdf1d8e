package dev.reelway.media.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The masters of a few kilobytes each that come with the source code. */
public final class SmallMasters {

  private static final Path FOLDER = Path.of("samples", "masters", "small");

  private SmallMasters() {}

  /** The master called {@code name}; see its row in the folder's MANIFEST.md. */
  public static Path path(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.isDirectory(root.resolve(FOLDER))) {
      root = root.getParent();
    }
    if (root == null) {
      throw new IllegalStateException("no folder " + FOLDER + " above the working directory");
    }
    return root.resolve(FOLDER).resolve(name);
  }
}
