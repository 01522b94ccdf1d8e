package dev.reelway.ingest.taskmap;

import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.view.ExecutorsView;
import dev.reelway.ingest.view.TaskTrails;
import dev.reelway.ingest.view.TitleView;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Maps of titles' tasks. What is done lies in storage, who is at it comes with heartbeats, and how
 * often it was tried is what this node heard: any node can answer, whoever coordinates. Titles that
 * somebody looks at are kept in memory, so that only what is new is read.
 */
public final class TaskMaps implements AutoCloseable {

  /** Up to about 1 MB each. */
  private static final int KEPT_TITLES = 32;

  private final Documents documents;
  private final TitleView titles;
  private final ExecutorsView executors;
  private final TaskTrails trails;
  private final ResultReader reader;
  private final Map<String, TitleTasks> kept =
      new LinkedHashMap<>(KEPT_TITLES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TitleTasks> eldest) {
          return size() > KEPT_TITLES;
        }
      };

  /** Maps of what lies in {@code store} and what the views show. */
  public TaskMaps(ObjectStore store, TitleView titles, ExecutorsView executors, TaskTrails trails) {
    this.documents = new Documents(store);
    this.titles = titles;
    this.executors = executors;
    this.trails = trails;
    this.reader = new ResultReader(store);
  }

  /**
   * The tasks of a title's latest submission.
   *
   * @param since the {@code next} of an earlier map, to be told only of tasks that changed
   */
  public TaskMap of(TitleStatus title, Optional<String> since) {
    Optional<TitleTasks> tasks = title.plan().flatMap(plan -> tasks(title, plan));
    if (tasks.isEmpty()) {
      return TaskMap.empty(title.version());
    }
    Activity activity = Activity.of(title, titles, executors, trails);
    return tasks.get().map(title, activity, since);
  }

  private Optional<TitleTasks> tasks(TitleStatus title, PlanOutline plan) {
    String key = String.join("/", title.titleId(), "" + title.version(), plan.planHash());
    synchronized (kept) {
      TitleTasks known = kept.get(key);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<TitleTasks> read =
        documents
            .find(StorageLayout.planKey(title.titleId(), title.version()), EncodePlan.class)
            .map(TaskLayout::of)
            .map(layout -> new TitleTasks(title.titleId(), title.version(), layout, reader));
    synchronized (kept) {
      return read.map(fresh -> kept.computeIfAbsent(key, k -> fresh));
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
