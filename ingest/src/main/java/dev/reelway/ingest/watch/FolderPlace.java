package dev.reelway.ingest.watch;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder on this machine. Links are not followed: they could lead out of it.
 *
 * @param root the folder
 */
record FolderPlace(Path root) implements WatchPlace {

  @Override
  public List<WatchedFile> list(String prefix) {
    List<WatchedFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Visitor(prefix, found));
    } catch (IOException e) {
      throw unavailable(root, e);
    }
    found.sort(Comparator.comparing(WatchedFile::name));
    return List.copyOf(found);
  }

  @Override
  public Optional<byte[]> read(WatchedFile file) {
    Path path = root.resolve(file.name());
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(path, e);
    }
  }

  @Override
  public String address(String name) {
    return root.toAbsolutePath().resolve(name).toUri().toString();
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final String prefix;
    private final List<WatchedFile> found;

    Visitor(String prefix, List<WatchedFile> found) {
      this.prefix = prefix;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (attributes.isRegularFile() && name.startsWith(prefix)) {
        found.add(
            new WatchedFile(name, attributes.size(), attributes.lastModifiedTime().toInstant()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root) || Files.exists(file)) {
        throw failure;
      }
      return FileVisitResult.CONTINUE; // It went away meanwhile.
    }
  }

  private static ReelwayException unavailable(Path path, IOException cause) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "The watched folder " + path + " cannot be read: " + cause + ".",
        cause);
  }
}
