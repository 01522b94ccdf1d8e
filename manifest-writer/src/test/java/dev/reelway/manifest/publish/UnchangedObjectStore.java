package dev.reelway.manifest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.util.Optional;

/** Fails the test if a put changes anything. */
final class UnchangedObjectStore extends ForwardingObjectStore {

  UnchangedObjectStore(ObjectStore store) {
    super(store);
  }

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    Optional<ObjectInfo> put = super.put(key, body, options);
    assertThat(put).as("put of %s", key).isEmpty();
    return put;
  }
}
