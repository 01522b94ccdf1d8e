package dev.reelway.platform.storage;

import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plans as tasks need them: read once, kept for the tasks that follow. A title that is planned
 * again for another engine build gets another plan under the same key, so the build tells them
 * apart. Thread-safe.
 */
public final class PlanDocuments {

  /** Titles whose tasks an executor may meet in turn; a plan is up to some hundred kilobytes. */
  private static final int KEPT_PLANS = 16;

  private record Key(String object, String engineBuild) {}

  private final Documents documents;
  private final Map<Key, EncodePlan> kept =
      new LinkedHashMap<>(KEPT_PLANS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, EncodePlan> eldest) {
          return size() > KEPT_PLANS;
        }
      };

  /** Plans that lie among {@code documents}. */
  public PlanDocuments(Documents documents) {
    this.documents = documents;
  }

  /** The plan that an encode task belongs to. */
  public EncodePlan of(Task task) {
    String object = StorageLayout.planKey(task.id().titleId(), task.id().version());
    Key key = new Key(object, task.engineBuild());
    synchronized (kept) {
      EncodePlan known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    EncodePlan plan = documents.read(object, EncodePlan.class);
    if (plan.engineBuild().equals(task.engineBuild())) {
      synchronized (kept) {
        kept.put(key, plan);
      }
    }
    return plan;
  }
}
