package dev.reelway.platform.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Objects as plain files under a root, so that any web server can serve them.
 *
 * <pre>
 *  root/
 *    titles/…                    object "titles/…"
 *    .reelway/store/lock         held while an object appears, is replaced or goes
 *    .reelway/store/incoming/…   bodies on their way in
 * </pre>
 *
 * A body is written to {@code incoming}, flushed, and appears under its name in one step. The step
 * runs under a lock between processes; if-absent in addition uses a hard link, which the file
 * system itself refuses when the name is taken. Content type and cache control are not kept: a web
 * server has its own rules.
 */
public final class DirectoryObjectStore implements ObjectStore {

  /** Keys under this prefix belong to the store. */
  static final String OWN_PREFIX = ".reelway/store/";

  private final Path root;
  private final DirectoryWriter writer;

  /** Opens {@code root}, which is created with the first object. */
  public DirectoryObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.writer = new DirectoryWriter(this.root, this.root.resolve(OWN_PREFIX));
    try {
      writer.sweepIncoming();
    } catch (IOException e) {
      throw StorageFailures.unavailable("sweep the incoming folder of", root.toString(), e);
    }
  }

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    Path target = path(key);
    try {
      return writer.put(key, target, body, options.condition());
    } catch (IOException e) {
      throw writer.failure(key, body, e);
    }
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    Path file = path(key);
    try {
      return Optional.of(FileIdentity.infoOf(key, file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailures.unavailable("look at", key, e);
    }
  }

  @Override
  public Optional<StoredObject> get(String key) {
    Path file = path(key);
    try {
      return Optional.of(FileIdentity.open(key, file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailures.unavailable("read", key, e);
    }
  }

  @Override
  public int read(String key, long offset, ByteBuffer target) {
    int before = target.remaining();
    try (FileChannel channel = FileChannel.open(path(key))) {
      if (offset >= channel.size()) {
        return -1;
      }
      long position = offset;
      int read = 0;
      while (target.hasRemaining() && (read = channel.read(target, position)) > 0) {
        position += read;
      }
      return before - target.remaining();
    } catch (NoSuchFileException e) {
      throw StorageFailures.missing(key);
    } catch (IOException e) {
      throw StorageFailures.unavailable("read", key, e);
    }
  }

  @Override
  public void delete(String key) {
    Path file = path(key);
    try {
      writer.delete(file);
    } catch (IOException e) {
      throw StorageFailures.unavailable("delete", key, e);
    }
  }

  @Override
  public List<ListedObject> list(String prefix) {
    try {
      return DirectoryListing.of(root, prefix);
    } catch (IOException | UncheckedIOException e) {
      throw StorageFailures.unavailable("list", prefix, e);
    }
  }

  @Override
  public void close() {}

  private Path path(String key) {
    ObjectKeys.check(key);
    if (key.startsWith(OWN_PREFIX)) {
      throw StorageFailures.badKey(key, "lies in the store's own folder");
    }
    try {
      return root.resolve(key);
    } catch (InvalidPathException e) {
      throw StorageFailures.unavailable("name a file for (run under a UTF-8 locale)", key, e);
    }
  }
}
