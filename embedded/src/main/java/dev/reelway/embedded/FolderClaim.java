package dev.reelway.embedded;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder that one server at a time may use; the claim ends with its process at the latest. */
final class FolderClaim implements AutoCloseable {

  private static final String NAME = "in-use";

  private final Path folder;
  private final FileChannel channel;

  private FolderClaim(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderClaim of(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new ReelwayException(
            FailureKind.OUTPUT_IN_USE, "Another server is using the folder " + folder + ".");
      }
      return new FolderClaim(folder, channel);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  static ReelwayException unusable(Path folder, IOException cause) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "The folder " + folder + " cannot hold objects: " + cause.getMessage() + ".",
        cause);
  }

  @Override
  public void close() {
    try {
      channel.close(); // and with it the lock
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }
}
