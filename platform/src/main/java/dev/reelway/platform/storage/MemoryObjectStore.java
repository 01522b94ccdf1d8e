package dev.reelway.platform.storage;

import dev.reelway.contracts.work.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Objects on the heap, for tests and for titles that are never kept. An etag is the SHA-256. */
public final class MemoryObjectStore implements ObjectStore {

  private static final class Entry {
    final ObjectInfo info;
    final byte[] bytes;
    final Instant lastModified = Instant.now();

    Entry(ObjectInfo info, byte[] bytes) {
      this.info = info;
      this.bytes = bytes;
    }
  }

  private final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
  private final Object putLock = new Object();

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    ObjectKeys.check(key);
    byte[] bytes = bytesOf(key, body);
    ObjectInfo info =
        new ObjectInfo(key, bytes.length, ContentHash.of(bytes), options.contentType());
    synchronized (putLock) {
      if (!Conditions.hold(options.condition(), () -> head(key))) {
        return Optional.empty();
      }
      entries.put(key, new Entry(info, bytes));
    }
    body.movableFile().ifPresent(file -> remove(key, file));
    return Optional.of(info);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return Optional.ofNullable(entries.get(ObjectKeys.check(key))).map(entry -> entry.info);
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return Optional.ofNullable(entries.get(ObjectKeys.check(key)))
        .map(
            entry ->
                new StoredObject(
                    entry.info, entry.info.etag(), new ByteArrayInputStream(entry.bytes)));
  }

  @Override
  public int read(String key, long offset, ByteBuffer target) {
    Entry entry = entries.get(ObjectKeys.check(key));
    if (entry == null) {
      throw StorageFailures.missing(key);
    }
    if (offset >= entry.bytes.length) {
      return -1;
    }
    int length = Math.min(target.remaining(), entry.bytes.length - (int) offset);
    target.put(entry.bytes, (int) offset, length);
    return length;
  }

  @Override
  public void delete(String key) {
    synchronized (putLock) {
      entries.remove(ObjectKeys.check(key));
    }
  }

  @Override
  public List<ListedObject> list(String prefix) {
    return entries.tailMap(prefix, true).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> listed(entry.getValue()))
        .toList();
  }

  @Override
  public void close() {}

  private static ListedObject listed(Entry entry) {
    return new ListedObject(
        entry.info.key(), entry.info.sizeBytes(), entry.lastModified, entry.info.etag());
  }

  private static byte[] bytesOf(String key, ObjectBody body) {
    try (InputStream stream = body.open()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw StorageFailures.unavailable("put", key, e);
    }
  }

  private static void remove(String key, Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw StorageFailures.unavailable("take the file of", key, e);
    }
  }
}
