package dev.reelway.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock per directory that holds between threads and between processes. The operating system
 * drops it when its process dies, so a crash never leaves a directory locked.
 */
final class DirectoryLock {

  /** A file lock belongs to the whole JVM: threads, and stores on one folder, queue here first. */
  private static final ConcurrentHashMap<Path, ReentrantLock> IN_THIS_JVM =
      new ConcurrentHashMap<>();

  /** A step that may fail. */
  interface Step<T> {
    T run() throws IOException;
  }

  private final Path lockFile;

  DirectoryLock(Path lockFile) {
    this.lockFile = lockFile;
  }

  /** Runs {@code step} while nobody else holds the lock. */
  @SuppressWarnings("try") // the lock is held, not used
  <T> T holding(Step<T> step) throws IOException {
    Files.createDirectories(lockFile.getParent());
    Path realFolder = lockFile.getParent().toRealPath(); // one lock, however the root is named
    ReentrantLock threads = IN_THIS_JVM.computeIfAbsent(realFolder, p -> new ReentrantLock());
    threads.lock();
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      return step.run();
    } finally {
      threads.unlock();
    }
  }
}
