package dev.reelway.transcode;

import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ObjectStore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was published of the titles whose tasks a worker meets: looked up once for all tasks of a
 * run. While a title is in the making nothing of it is swept. Thread-safe.
 */
final class PublishedByTitle {

  private static final int KEPT_TITLES = 16;

  /** Attempts are numbered through the runs, so a later run looks anew. */
  private record Key(String title, int version, int attempt, String planHash) {}

  private final ObjectStore store;
  private final Map<Key, PublishedTracks> kept =
      new LinkedHashMap<>(KEPT_TITLES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PublishedTracks> eldest) {
          return size() > KEPT_TITLES;
        }
      };

  PublishedByTitle(ObjectStore store) {
    this.store = store;
  }

  /** The tracks of {@code plan} that earlier versions of the task's title have. */
  synchronized PublishedTracks of(Task task, EncodePlan plan) {
    TaskId id = task.id();
    if (id.version() == 1) {
      return PublishedTracks.NONE;
    }
    Key key = new Key(id.titleId(), id.version(), id.attempt(), plan.planHash());
    PublishedTracks known = kept.get(key);
    if (known == null) {
      known = new PublishedVersions(store, StorageLayout.ofTitle(id.titleId())).tracksOf(plan);
      kept.put(key, known);
    }
    return known;
  }
}
