package dev.reelway.manifest.gate;

import dev.reelway.contracts.work.ContentHash;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.util.Optional;

/** The SHA-256 of what lies in storage now. */
final class StoredHash {

  private StoredHash() {}

  /** Of the object under {@code key}; a word that is no hash if there is none. */
  static String of(ObjectStore store, String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return "nothing";
    }
    try (StoredObject object = found.get()) {
      return ContentHash.of(object.readAllBytes());
    }
  }
}
