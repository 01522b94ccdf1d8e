package dev.reelway.ingest.retain;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The work objects that plans refer to. May be brought up to date as often as one likes: a plan
 * that was read is not read again.
 */
final class WorkReferences {

  private final ObjectStore store;
  private final Titles titles;
  private final Duration workKeep;
  private final Set<String> readPlans = new HashSet<>();
  private final Set<String> alive = new HashSet<>();
  private final Set<String> recent = new HashSet<>();

  WorkReferences(ObjectStore store, Titles titles, Duration workKeep) {
    this.store = store;
    this.titles = titles;
    this.workKeep = workKeep;
  }

  /** Whether a title at work needs the object with {@code contentKey}. */
  boolean isAlive(String contentKey) {
    return alive.contains(contentKey);
  }

  /** Whether a title that is or was public lately was made from it. */
  boolean isRecent(String contentKey) {
    return recent.contains(contentKey);
  }

  /**
   * Reads the plans that are new since the last call.
   *
   * @throws dev.reelway.contracts.failure.ReelwayException if a plan cannot be read: then nobody
   *     knows what it refers to
   */
  void update(Instant now) {
    for (TitleStatus title : titles.all()) {
      boolean over = title.phase().isOver();
      if (over && Instant.parse(title.updatedAt()).isBefore(now.minus(workKeep))) {
        continue; // Its objects are older than is kept for its sake.
      }
      if (!over) {
        read(title, title.version(), alive);
      }
      if (title.published().isPresent()) {
        read(title, title.version(), recent);
        // A version in the making usually reuses most of the one before it.
        read(title, title.version() - 1, recent);
      }
    }
  }

  private void read(TitleStatus title, int version, Set<String> into) {
    String name = title.titleId() + "/" + version + (into == alive ? "/alive" : "/recent");
    if (version < 1 || readPlans.contains(name)) {
      return;
    }
    plan(StorageLayout.planKey(title.titleId(), version))
        .ifPresent(
            plan -> {
              addKeys(plan, into);
              readPlans.add(name);
            });
  }

  private static void addKeys(EncodePlan plan, Set<String> into) {
    plan.chunks().forEach(chunk -> into.addAll(ChunkKeys.ofChunk(plan, chunk).values()));
    plan.audio().forEach(audio -> into.add(ChunkKeys.ofAudio(plan, audio)));
    plan.text().forEach(text -> into.add(ChunkKeys.ofText(plan, text)));
  }

  private Optional<EncodePlan> plan(String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(Json.read(object.readAllBytes(), EncodePlan.class, key));
    }
  }
}
