package dev.reelway.manifest.publish;

import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The versions of a title that lie in storage, and which of them is public. */
public final class TitleVersions {

  private final ObjectStore store;
  private final StorageLayout layout;

  /** The versions of the title of {@code layout}. */
  public TitleVersions(ObjectStore store, StorageLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /** The plan of the version that the public HLS manifest shows. */
  public Optional<String> publicPlanHash() {
    return publicVersion().map(number -> plans().get(number).planHash());
  }

  /** The number of the version that the public HLS manifest shows. */
  public Optional<Integer> publicVersion() {
    return publicManifest()
        .flatMap(
            text ->
                plans().keySet().stream()
                    .filter(number -> text.equals(asPublic(layout.versionHlsKey(number))))
                    .findFirst());
  }

  private Optional<String> publicManifest() {
    return text(layout.publicHlsKey());
  }

  // A version's manifest differs from the public one only by where the tracks lie from it.
  private String asPublic(String versionManifestKey) {
    return text(versionManifestKey).orElse("").replace("../../", "");
  }

  /** Removes all versions but {@code version}. */
  public void keepOnly(int version) {
    for (int number : plans().keySet()) {
      if (number != version) {
        delete(layout.versionPrefix(number));
      }
    }
  }

  /** Removes all versions that are not public. */
  public void deleteUnpublished() {
    Optional<String> published = publicPlanHash();
    plans()
        .forEach(
            (number, plan) -> {
              if (!published.equals(Optional.of(plan.planHash()))) {
                delete(layout.versionPrefix(number));
              }
            });
  }

  /** Removes versions that are not public and never were: those have no presentation. */
  public void deleteNeverPublished() {
    Optional<Integer> published = publicVersion();
    for (int number : plans().keySet()) {
      boolean was = store.head(layout.versionPresentationKey(number)).isPresent();
      if (!was && !published.equals(Optional.of(number))) {
        delete(layout.versionPrefix(number));
      }
    }
  }

  /** The highest version that was ever public. */
  public Optional<Integer> newestPublished() {
    return plans().keySet().stream()
        .filter(number -> store.head(layout.versionPresentationKey(number)).isPresent())
        .reduce((earlier, later) -> later);
  }

  /** Takes the public manifests away; versions and tracks stay. */
  public void unpublish() {
    store.delete(layout.publicHlsKey());
    store.delete(layout.publicDashKey());
    store.delete(layout.publicStoryboardKey());
    store.delete(layout.publicPosterKey());
  }

  /** Removes the tracks that no version refers to. */
  public void deleteUnreferencedTracks() {
    Set<String> kept = new HashSet<>();
    plans().values().forEach(plan -> plan.trackIds().forEach(t -> kept.add(layout.trackPrefix(t))));
    for (ListedObject object : store.list(layout.tracksPrefix())) {
      if (kept.stream().noneMatch(object.key()::startsWith)) {
        store.delete(object.key());
      }
    }
  }

  private Map<Integer, EncodePlan> plans() {
    Map<Integer, EncodePlan> plans = new TreeMap<>();
    for (ListedObject object : store.list(layout.versionsPrefix())) {
      String number =
          object.key().substring(layout.versionsPrefix().length()).replaceAll("/.*", "");
      String key = object.key();
      if (key.equals(layout.versionPlanKey(Integer.parseInt(number)))) {
        byte[] json = text(key).orElseThrow().getBytes(StandardCharsets.UTF_8);
        plans.put(Integer.parseInt(number), Json.read(json, EncodePlan.class, key));
      }
    }
    return plans;
  }

  private Optional<String> text(String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(new String(object.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void delete(String prefix) {
    store.list(prefix).forEach(object -> store.delete(object.key()));
  }
}
