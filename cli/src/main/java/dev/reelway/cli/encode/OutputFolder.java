package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.manifest.publish.TitleVersions;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that becomes a title. It belongs to one run at a time; unfinished work lies in {@code
 * .reelway} inside it, so that the same command continues where an earlier run stopped.
 */
final class OutputFolder implements AutoCloseable {

  private static final String WORK = ".reelway";
  private static final Set<String> OURS =
      Set.of(WORK, "tracks", "versions", StorageLayout.HLS_MANIFEST, StorageLayout.DASH_MANIFEST);

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final DirectoryObjectStore store;
  private final TitleVersions versions;

  private OutputFolder(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
    this.store = new DirectoryObjectStore(root);
    this.versions = new TitleVersions(store, StorageLayout.ofFolder());
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
              .filter(n -> !OURS.contains(n))
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

  ObjectStore store() {
    return store;
  }

  /** Where tasks keep their files while they run. */
  Path scratch() {
    return root.resolve(WORK).resolve("scratch");
  }

  /** Whether encoded chunks lie in it that a run can continue from. */
  boolean holdsChunks() {
    return !store.list(StorageLayout.ofFolder().workPrefix()).isEmpty();
  }

  /** Refuses a folder whose public title was made from another plan, unless it may be replaced. */
  void requireFreeFor(EncodePlan plan, boolean replace) {
    Optional<String> published = versions.publicPlanHash();
    if (!replace && published.isPresent() && !published.get().equals(plan.planHash())) {
      throw new ReelwayException(
          FailureKind.OUTPUT_OCCUPIED,
          "The folder " + root + " holds a title made from another master or ladder.");
    }
  }

  /** The public version, if it was made from {@code plan}. */
  Optional<Integer> publishedVersionOf(EncodePlan plan) {
    return versions
        .publicVersion()
        .filter(number -> versions.publicPlanHash().equals(Optional.of(plan.planHash())));
  }

  /** Removes scratch files, work objects and whatever belonged to replaced versions. */
  void keepOnly(int version) {
    versions.keepOnly(version);
    versions.deleteUnreferencedTracks();
  }

  /** Removes tracks that no published version refers to; work objects stay for another try. */
  void discardUnpublished() {
    versions.deleteUnpublished();
    versions.deleteUnreferencedTracks();
    deleteTree(scratch());
  }

  /** Gives the folder back and removes all work in it, and the folder itself if nothing is left. */
  void removeWork() {
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

  /** Gives the folder back to other runs; may be called again. */
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
