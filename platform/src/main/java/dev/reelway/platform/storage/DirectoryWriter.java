package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The steps that change a directory; every change is one atomic step under the lock. */
final class DirectoryWriter {

  /** No put takes that long. */
  private static final Duration STALE = Duration.ofDays(1);

  private final Path root;
  private final Path incoming;
  private final DirectoryLock lock;

  DirectoryWriter(Path root, Path ownFolder) {
    this.root = root;
    this.incoming = ownFolder.resolve("incoming");
    this.lock = new DirectoryLock(ownFolder.resolve("lock"));
  }

  /** What is stored now, or empty if the condition did not hold. */
  Optional<ObjectInfo> put(String key, Path target, ObjectBody body, PutCondition condition)
      throws IOException {
    Files.createDirectories(incoming);
    Optional<Path> movable = body.movableFile().filter(this::onSameFileSystem);
    if (movable.isPresent()) {
      flush(movable.get());
      return appear(key, movable.get(), target, condition);
    }
    Path temporary = incoming.resolve(UUID.randomUUID().toString());
    try {
      copy(key, body, temporary);
      Optional<ObjectInfo> put = appear(key, temporary, target, condition);
      if (put.isPresent() && body.movableFile().isPresent()) {
        Files.delete(body.movableFile().get());
      }
      return put;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Removes {@code target} and the folders that are empty without it. */
  void delete(Path target) throws IOException {
    if (!Files.isRegularFile(target)) {
      return;
    }
    lock.holding(
        () -> {
          boolean wasThere = Files.deleteIfExists(target);
          removeEmptyFolders(target.getParent());
          return wasThere;
        });
  }

  /** Removes what processes that died long ago left on the way in. */
  void sweepIncoming() throws IOException {
    if (!Files.isDirectory(incoming)) {
      return;
    }
    Instant longAgo = Instant.now().minus(STALE);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Says whether {@code cause} came from a lack of space. */
  ReelwayException failure(String key, ObjectBody body, IOException cause) {
    try {
      if (Files.getFileStore(root).getUsableSpace() < body.sizeBytes()) {
        return StorageFailures.full(key, body.sizeBytes(), cause);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return StorageFailures.unavailable("put", key, cause);
  }

  private Optional<ObjectInfo> appear(String key, Path source, Path target, PutCondition condition)
      throws IOException {
    ObjectInfo info = FileIdentity.infoOf(key, source); // a move changes neither bytes nor identity
    boolean put =
        lock.holding(
            () -> conditionHolds(key, target, condition) && move(key, source, target, condition));
    return put ? Optional.of(info) : Optional.empty();
  }

  private static boolean move(String key, Path source, Path target, PutCondition condition)
      throws IOException {
    createParent(key, target);
    if (condition instanceof PutCondition.IfAbsent) {
      return link(source, target);
    }
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static boolean conditionHolds(String key, Path target, PutCondition condition)
      throws IOException {
    if (condition instanceof PutCondition.None) {
      return true;
    }
    Optional<ObjectInfo> current;
    try {
      current = Optional.of(FileIdentity.infoOf(key, target));
    } catch (NoSuchFileException e) {
      current = Optional.empty();
    }
    Optional<ObjectInfo> seen = current;
    return Conditions.hold(condition, () -> seen);
  }

  /** The name appears only if it is free, even against a writer that knows no lock. */
  private static boolean link(Path source, Path target) throws IOException {
    try {
      Files.createLink(target, source);
      Files.delete(source);
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE); // no hard links here
    }
    return true;
  }

  private static void createParent(String key, Path target) throws IOException {
    try {
      Files.createDirectories(target.getParent());
    } catch (FileAlreadyExistsException e) {
      throw StorageFailures.badKey(key, "lies under another object as if that were a folder");
    }
    if (Files.isDirectory(target)) {
      throw StorageFailures.badKey(key, "is the folder of other objects");
    }
  }

  private static void copy(String key, ObjectBody body, Path file) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel);
        InputStream in = body.open()) {
      long copied = in.transferTo(out);
      if (copied != body.sizeBytes()) {
        throw new IOException(key + " gave " + copied + " bytes instead of " + body.sizeBytes());
      }
      channel.force(false);
    }
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    }
  }

  private boolean onSameFileSystem(Path file) {
    try {
      return Files.getFileStore(file).equals(Files.getFileStore(incoming));
    } catch (IOException e) {
      return false; // then it is copied, and a real trouble shows there
    }
  }

  private void removeEmptyFolders(Path folder) throws IOException {
    Path next = folder;
    while (!next.equals(root)) {
      try {
        Files.deleteIfExists(next);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      next = next.getParent();
    }
  }
}
