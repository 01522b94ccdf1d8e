package dev.reelway.manifest.publish;

import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Hands everything on; fakes change what they are about. */
abstract class ForwardingObjectStore implements ObjectStore {

  private final ObjectStore store;

  ForwardingObjectStore(ObjectStore store) {
    this.store = store;
  }

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    return store.put(key, body, options);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return store.head(key);
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return store.get(key);
  }

  @Override
  public int read(String key, long offset, ByteBuffer target) {
    return store.read(key, offset, target);
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
}
