package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.util.Optional;

/**
 * JSON documents in an object store: what one role leaves for the next.
 *
 * @param store where they lie
 */
public record Documents(ObjectStore store) {

  /** The document under {@code key}, if there is one. */
  public <T> Optional<T> find(String key, Class<T> type) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(Json.read(object.readAllBytes(), type, key));
    }
  }

  /**
   * The document under {@code key}, which an earlier step put there.
   *
   * @throws ReelwayException {@code STORAGE_UNAVAILABLE} if it is not there (any more)
   */
  public <T> T read(String key, Class<T> type) {
    return find(key, type)
        .orElseThrow(
            () ->
                new ReelwayException(
                    FailureKind.STORAGE_UNAVAILABLE, "The document '" + key + "' is not there."));
  }

  /** What lies under {@code key} now, for {@link #replace}. */
  public Optional<ObjectInfo> head(String key) {
    return store.head(key);
  }

  /**
   * Puts a document only if nobody has put another one since {@code before} was seen.
   *
   * @return whether it was put
   */
  public boolean replace(String key, Optional<ObjectInfo> before, Object document) {
    PutOptions options = PutOptions.forKey(key);
    return store
        .put(
            key,
            ObjectBody.ofBytes(Json.writePretty(document)),
            before.map(info -> options.ifMatch(info.etag())).orElseGet(options::ifAbsent))
        .isPresent();
  }

  /** Puts a document, over an earlier one if there is one. */
  public void put(String key, Object document) {
    store.put(key, ObjectBody.ofBytes(Json.writePretty(document)), PutOptions.forKey(key));
  }
}
