package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.storage.DirectoryObjectStore;
import dev.reelway.platform.storage.ObjectStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder that becomes a title; the system's own file lock keeps it for one run. */
final class OutputFolder implements Output {

  private static final String WORK = OutputPlace.WORK;

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final DirectoryObjectStore store;

  private OutputFolder(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
    this.store = new DirectoryObjectStore(root);
  }

  /** Refuses, without touching anything, a folder that holds something else. */
  static void check(Path root) {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new ReelwayException(
          FailureKind.OUTPUT_OCCUPIED, root + " is a file; the output must be a folder.");
    }
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> entries = Files.list(root)) {
      Optional<String> foreign =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(n -> !OutputPlace.OURS.contains(n))
              .findFirst();
      if (foreign.isPresent()) {
        throw new ReelwayException(
            FailureKind.OUTPUT_OCCUPIED,
            "The folder " + root + " holds other files (such as " + foreign.get() + ").");
      }
    } catch (IOException e) {
      throw unavailable(root, e);
    }
  }

  /** Takes the folder for this run, creating it where needed. */
  static OutputFolder open(Path root) {
    check(root);
    try {
      Files.createDirectories(root.resolve(WORK));
      FileChannel file =
          FileChannel.open(
              root.resolve(WORK).resolve("in-use"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = tryLock(file);
      if (lock == null) {
        file.close();
        throw new ReelwayException(
            FailureKind.OUTPUT_IN_USE, "Another run is working in " + root + ".");
      }
      return new OutputFolder(root, file, lock);
    } catch (IOException e) {
      throw unavailable(root, e);
    }
  }

  private static FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public ObjectStore store() {
    return store;
  }

  @Override
  public Path scratch() {
    return root.resolve(WORK).resolve("scratch");
  }

  @Override
  public String name() {
    return "The folder " + root;
  }

  @Override
  public void clearScratch() {
    deleteTree(scratch());
  }

  /** Removes the folder itself too if nothing is left in it. */
  @Override
  public void removeWork() {
    close();
    deleteTree(root.resolve(WORK));
    try {
      Files.deleteIfExists(root);
    } catch (DirectoryNotEmptyException e) {
      // A title lies in it: that is what the folder is for.
    } catch (IOException e) {
      throw unavailable(root, e);
    }
  }

  @Override
  public void close() {
    try {
      store.close();
      if (lockFile.isOpen()) {
        lock.close();
        lockFile.close();
      }
    } catch (IOException e) {
      throw unavailable(root, e);
    }
  }

  private static void deleteTree(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // There is nothing to remove.
    } catch (IOException e) {
      throw unavailable(folder, e);
    }
  }

  private static ReelwayException unavailable(Path path, IOException cause) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "The folder " + path + " cannot be used: " + cause.getMessage() + ".",
        cause);
  }
}
