package dev.reelway.platform.storage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Walks a root for keys with a prefix; files that go away meanwhile are left out. */
final class DirectoryListing extends SimpleFileVisitor<Path> {

  private final Path root;
  private final String prefix;
  private final List<ListedObject> found = new ArrayList<>();

  private DirectoryListing(Path root, String prefix) {
    this.root = root;
    this.prefix = prefix;
  }

  static List<ListedObject> of(Path root, String prefix) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    DirectoryListing listing = new DirectoryListing(root, prefix);
    Files.walkFileTree(root, listing);
    listing.found.sort(Comparator.comparing(ListedObject::key));
    return List.copyOf(listing.found);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String folderKey = folder.equals(root) ? "" : keyOf(folder) + "/";
    boolean mayHold = folderKey.startsWith(prefix) || prefix.startsWith(folderKey);
    return mayHold && !folderKey.equals(DirectoryObjectStore.OWN_PREFIX)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String key = keyOf(file);
    if (attributes.isRegularFile() && key.startsWith(prefix)) {
      found.add(
          new ListedObject(
              key,
              attributes.size(),
              attributes.lastModifiedTime().toInstant(),
              FileIdentity.stampOf(attributes)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (Files.exists(file)) {
      throw failure;
    }
    return FileVisitResult.CONTINUE;
  }

  private String keyOf(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }
}
