package dev.reelway.transcode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gives each task an empty folder and takes it away when the task ends, however it ends. */
final class ScratchFolders {

  private final Path root;

  ScratchFolders(Path root) {
    this.root = root;
  }

  /** Work in a scratch folder. */
  @FunctionalInterface
  interface Work<T> {
    T in(Path folder) throws InterruptedException;
  }

  <T> T with(String name, Work<T> work) throws InterruptedException {
    Path folder = create(name);
    T result;
    try {
      result = work.in(folder);
    } catch (RuntimeException | InterruptedException failure) {
      deleteAfter(failure, folder);
      throw failure;
    }
    delete(folder);
    return result;
  }

  // Why the work failed matters more than what is left of it.
  private static void deleteAfter(Exception failure, Path folder) {
    try {
      delete(folder);
    } catch (ReelwayException e) {
      failure.addSuppressed(e);
    }
  }

  private Path create(String name) {
    try {
      Files.createDirectories(root);
      return Files.createTempDirectory(root, name + "-");
    } catch (IOException e) {
      throw failure("created in " + root, e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw failure("removed", e);
    } catch (UncheckedIOException e) { // of the walk
      throw failure("removed", e.getCause());
    }
  }

  private static ReelwayException failure(String what, IOException cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left on device");
    return new ReelwayException(
        full ? FailureKind.STORAGE_FULL : FailureKind.STORAGE_UNAVAILABLE,
        "A scratch folder cannot be " + what + ": " + cause.getMessage() + ".",
        cause);
  }
}
