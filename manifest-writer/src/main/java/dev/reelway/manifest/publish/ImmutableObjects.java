package dev.reelway.manifest.publish;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts objects that never change: a second put finds the same bytes or something is wrong. */
final class ImmutableObjects {

  private final ObjectStore store;

  ImmutableObjects(ObjectStore store) {
    this.store = store;
  }

  void put(String key, String text) {
    put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  void put(String key, byte[] bytes) {
    PutOptions options = PutOptions.forKey(key).cached(PutOptions.IMMUTABLE).ifAbsent();
    boolean isThere =
        store.put(key, ObjectBody.ofBytes(bytes), options).isPresent() || holds(key, bytes);
    if (!isThere) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          "The object '" + key + "' must never change, but exists with other content.");
    }
  }

  private boolean holds(String key, byte[] bytes) {
    try (StoredObject object =
        store
            .get(key)
            .orElseThrow(
                () ->
                    new ReelwayException(
                        FailureKind.STORAGE_UNAVAILABLE,
                        "The object '" + key + "' was there and is gone."))) {
      return Arrays.equals(object.readAllBytes(), bytes);
    }
  }
}
