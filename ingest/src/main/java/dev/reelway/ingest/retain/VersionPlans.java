package dev.reelway.ingest.retain;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The versions that lie in a title's folder. A version whose manifests were removed is retired: its
 * plan stays and holds its number, so that no later version is published under an address that
 * caches know.
 */
final class VersionPlans {

  private final ObjectStore store;
  private final StorageLayout layout;
  private final Map<Integer, List<ListedObject>> versions = new TreeMap<>();

  VersionPlans(ObjectStore store, StorageLayout layout) {
    this.store = store;
    this.layout = layout;
    String prefix = layout.versionsPrefix();
    for (ListedObject object : store.list(prefix)) {
      String number = object.key().substring(prefix.length()).replaceAll("/.*", "");
      if (number.matches("[0-9]{1,9}")) {
        versions.computeIfAbsent(Integer.parseInt(number), n -> new ArrayList<>()).add(object);
      }
    }
  }

  /** Numbers of the versions that have manifests, from the oldest. */
  List<Integer> complete() {
    return versions.keySet().stream().filter(this::hasManifest).toList();
  }

  /** Everything of a version but its plan. */
  List<ListedObject> withoutPlan(int version) {
    return versions.get(version).stream()
        .filter(object -> !object.key().equals(layout.versionPlanKey(version)))
        .toList();
  }

  /**
   * The tracks that versions name: those with manifests, and those that may be about to get them
   * because their plan is not older than {@code youngerThan}.
   */
  Set<String> tracks(Instant youngerThan) {
    Set<String> tracks = new HashSet<>();
    for (int version : versions.keySet()) {
      boolean counts =
          hasManifest(version)
              || versions.get(version).stream()
                  .anyMatch(object -> object.lastModified().isAfter(youngerThan));
      if (counts) {
        tracksOf(version).forEach(tracks::add);
      }
    }
    return tracks;
  }

  private boolean hasManifest(int version) {
    return versions.get(version).stream()
        .map(ListedObject::key)
        .anyMatch(
            key ->
                key.equals(layout.versionHlsKey(version))
                    || key.equals(layout.versionDashKey(version)));
  }

  private Stream<String> tracksOf(int version) {
    String key = layout.versionPlanKey(version);
    try (StoredObject object = store.get(key).orElseThrow(() -> missing(key))) {
      return Json.read(object.readAllBytes(), EncodePlan.class, key).trackIds();
    }
  }

  private static ReelwayException missing(String key) {
    return new ReelwayException(
        FailureKind.INVARIANT_BROKEN, "The version's plan '" + key + "' is not there.");
  }
}
