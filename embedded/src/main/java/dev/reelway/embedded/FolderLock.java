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

/**
 * Keeps a second server off a data folder, a broker's or an object store's. Kafka's own lock comes
 * too late: by then a second controller has already written to the metadata log. The system drops
 * the lock with its process.
 */
final class FolderLock implements AutoCloseable {

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock and makes the folder if it is not there.
   *
   * @throws ReelwayException {@code OUTPUT_IN_USE} if another server holds it
   */
  static FolderLock take(Path folder) {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new ReelwayException(
            FailureKind.OUTPUT_IN_USE,
            "Another Reelway server is running on the data folder " + folder + ".");
      }
      return new FolderLock(folder, channel);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** The failure of a server whose folder refuses it. */
  static ReelwayException unusable(Path folder, IOException cause) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "The data folder " + folder + " cannot be used: " + cause + ".",
        cause);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held inside this process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }
}
