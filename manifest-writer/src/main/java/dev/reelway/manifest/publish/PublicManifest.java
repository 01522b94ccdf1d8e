package dev.reelway.manifest.publish;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A public manifest as it was when the publication began. It is replaced only if it still is: who
 * comes late, such as a publisher that was thought dead, changes nothing.
 */
final class PublicManifest {

  private record Seen(String etag, String text) {}

  private final ObjectStore store;
  private final String key;
  private final Optional<Seen> seen;

  private PublicManifest(ObjectStore store, String key, Optional<Seen> seen) {
    this.store = store;
    this.key = key;
    this.seen = seen;
  }

  static PublicManifest read(ObjectStore store, String key) {
    return new PublicManifest(store, key, store.get(key).map(PublicManifest::seen));
  }

  private static Seen seen(StoredObject stored) {
    try (StoredObject object = stored) {
      return new Seen(
          object.info().etag(), new String(object.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Makes {@code text} public; does nothing if it already was. */
  void flip(String text) {
    if (seen.filter(old -> old.text().equals(text)).isPresent()) {
      return;
    }
    PutOptions options = PutOptions.forKey(key).cached(PutOptions.BRIEFLY);
    PutOptions conditional =
        seen.map(old -> options.ifMatch(old.etag())).orElseGet(options::ifAbsent);
    if (store.put(key, ObjectBody.ofText(text), conditional).isEmpty()) {
      throw new ReelwayException(
          FailureKind.OUTPUT_IN_USE,
          "The manifest '" + key + "' was published by somebody else meanwhile.");
    }
  }
}
