package dev.reelway.platform.storage;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A store as seen from one of its prefixes: keys are named from there, others do not exist. */
public final class PrefixedObjectStore implements ObjectStore {

  private final ObjectStore store;
  private final String prefix;

  /**
   * Looks into {@code store}, and closes it.
   *
   * @param prefix empty or with a slash at the end
   */
  public PrefixedObjectStore(ObjectStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    return store.put(prefix + key, body, options).map(this::inside);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return store.head(prefix + key).map(this::inside);
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return store
        .get(prefix + key)
        .map(o -> new StoredObject(inside(o.info()), o.stamp(), o.stream()));
  }

  @Override
  public int read(String key, long offset, ByteBuffer target) {
    return store.read(prefix + key, offset, target);
  }

  @Override
  public OptionalInt readSame(ObjectInfo expected, long offset, ByteBuffer target) {
    return store.readSame(named(expected, prefix + expected.key()), offset, target);
  }

  @Override
  public void delete(String key) {
    store.delete(prefix + key);
  }

  @Override
  public List<ListedObject> list(String keyPrefix) {
    return store.list(prefix + keyPrefix).stream()
        .map(o -> new ListedObject(inside(o.key()), o.sizeBytes(), o.lastModified(), o.stamp()))
        .toList();
  }

  private ObjectInfo inside(ObjectInfo info) {
    return named(info, inside(info.key()));
  }

  private String inside(String key) {
    return key.substring(prefix.length());
  }

  private static ObjectInfo named(ObjectInfo info, String key) {
    return new ObjectInfo(key, info.sizeBytes(), info.etag(), info.contentType());
  }

  @Override
  public void close() {
    store.close();
  }
}
