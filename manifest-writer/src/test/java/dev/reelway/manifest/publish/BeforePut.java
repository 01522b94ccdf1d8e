package dev.reelway.manifest.publish;

import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.util.Optional;

/** Lets somebody else act just before one key is put. */
final class BeforePut extends ForwardingObjectStore {

  private final String key;
  private final Runnable action;

  BeforePut(ObjectStore store, String key, Runnable action) {
    super(store);
    this.key = key;
    this.action = action;
  }

  @Override
  public Optional<ObjectInfo> put(String putKey, ObjectBody body, PutOptions options) {
    if (putKey.equals(key)) {
      action.run();
    }
    return super.put(putKey, body, options);
  }
}
