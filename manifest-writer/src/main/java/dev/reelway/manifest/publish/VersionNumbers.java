package dev.reelway.manifest.publish;

import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.util.Optional;

/**
 * Gives every plan of a title one version number. The plan's own object is the claim: put if absent
 * at the first free number, so two publishers can never own the same one.
 */
final class VersionNumbers {

  /** All that is needed of a plan, whatever the schema it was written with. */
  private record Claim(String planHash) {}

  private VersionNumbers() {}

  /** The number that {@code plan} has, or the next free one. */
  static int claim(ObjectStore store, StorageLayout layout, EncodePlan plan) {
    ObjectBody body = ObjectBody.ofBytes(Json.writePretty(plan));
    int version = 1;
    while (true) {
      String key = layout.versionPlanKey(version);
      Optional<String> owner = planHash(store, key);
      if (owner.isEmpty()) {
        PutOptions options = PutOptions.forKey(key).cached(PutOptions.IMMUTABLE).ifAbsent();
        if (store.put(key, body, options).isPresent()) {
          return version;
        }
      } else if (owner.get().equals(plan.planHash())) {
        return version;
      } else {
        version++;
      }
    }
  }

  private static Optional<String> planHash(ObjectStore store, String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(Json.read(object.readAllBytes(), Claim.class, key).planHash());
    }
  }
}
