package dev.reelway.platform.telemetry;

import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An object store whose bytes are counted. */
public final class CountedObjectStore implements ObjectStore {
  private final ObjectStore store;
  private final Metrics metrics;

  /** Counts what goes to and comes from {@code store}, and closes it. */
  public CountedObjectStore(ObjectStore store, Metrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    long sizeBytes = body.sizeBytes();
    Optional<ObjectInfo> stored = store.put(key, body, options);
    stored.ifPresent(info -> metrics.bytesWritten(sizeBytes));
    return stored;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return store.head(key);
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return store
        .get(key)
        .map(
            object ->
                new StoredObject(
                    object.info(), object.stamp(), new CountedStream(object.stream())));
  }

  @Override
  public int read(String key, long offset, ByteBuffer target) {
    int bytes = store.read(key, offset, target);
    if (bytes > 0) {
      metrics.bytesRead(bytes);
    }
    return bytes;
  }

  @Override
  public OptionalInt readSame(ObjectInfo expected, long offset, ByteBuffer target) {
    OptionalInt bytes = store.readSame(expected, offset, target);
    bytes.ifPresent(count -> metrics.bytesRead(Math.max(0, count)));
    return bytes;
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public List<ListedObject> list(String prefix) {
    return store.list(prefix);
  }

  @Override
  public void close() {
    store.close();
  }

  /** Adds up while it is read and tells at the end, so that a read costs nothing. */
  private final class CountedStream extends FilterInputStream {
    private long bytes;

    CountedStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      bytes += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      bytes += Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      return in.skip(count);
    }

    @Override
    public void close() throws IOException {
      metrics.bytesRead(bytes);
      bytes = 0;
      super.close();
    }
  }
}
