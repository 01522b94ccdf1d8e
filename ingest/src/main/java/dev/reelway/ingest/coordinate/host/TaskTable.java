package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * All ordered tasks in memory, with their deadlines; every change of a row goes to the store.
 * Deadlines of queued and running tasks are not kept: after a restart all of them begin anew.
 */
final class TaskTable {

  /** A task and what is only known here. */
  static final class Entry {
    private TaskRow row;
    private long deadline;
    private long done;

    private Entry(TaskRow row) {
      this.row = row;
    }

    TaskRow row() {
      return row;
    }

    Task task() {
      return row.task();
    }

    boolean isUnclaimed() {
      return row.state() == TaskRow.State.QUEUED || row.state() == TaskRow.State.READY;
    }

    boolean isRunning() {
      return row.state() == TaskRow.State.RUNNING;
    }

    boolean isStopping() {
      return row.state() == TaskRow.State.STOPPING;
    }

    /** Whether {@code executor} does it, or is still to stop it. */
    boolean isHeldBy(String executor) {
      return (isRunning() || isStopping()) && row.worker().equals(executor);
    }

    /** Frames, samples or bytes so far, as last heard. */
    long done() {
      return done;
    }
  }

  private record Due(long at, String work) {}

  private final Stores stores;
  private final Topics topics;
  private final Map<String, Entry> byWork = new HashMap<>();
  private final Map<String, Map<String, Entry>> byTitle = new HashMap<>();
  private final Map<String, Integer> queued = new HashMap<>();
  private final PriorityQueue<Due> deadlines =
      new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));

  TaskTable(Stores stores, Topics topics) {
    this.stores = stores;
    this.topics = topics;
  }

  /** The entry of exactly this attempt. */
  Optional<Entry> find(TaskId id) {
    return Optional.ofNullable(byWork.get(id.work())).filter(e -> e.task().id().equals(id));
  }

  Collection<Entry> ofTitle(String titleId) {
    return List.copyOf(byTitle.getOrDefault(titleId, Map.of()).values());
  }

  boolean hasAny(String titleId) {
    return byTitle.containsKey(titleId);
  }

  boolean hasAny(String titleId, TaskRow.State state) {
    return byTitle.getOrDefault(titleId, Map.of()).values().stream()
        .anyMatch(entry -> entry.row.state() == state);
  }

  /** Whether there is an attempt at {@code work}. */
  boolean has(String work) {
    return byWork.containsKey(work);
  }

  /** Whether an entry that was here before still is. */
  boolean has(Entry entry) {
    return byWork.get(entry.task().id().work()) == entry;
  }

  Collection<Entry> all() {
    return List.copyOf(byWork.values());
  }

  int size() {
    return byWork.size();
  }

  /** How many tasks lie on {@code queue}. */
  int queuedOn(String queue) {
    return queued.getOrDefault(queue, 0);
  }

  /** Takes up a row that is in the store already. */
  void restore(TaskRow row, long deadline) {
    place(row, deadline);
  }

  /** Adds a task, or changes one; {@code deadline} in ms since 1970, 0 for none. */
  Entry put(TaskRow row, long deadline) {
    Entry entry = place(row, deadline);
    stores.putTask(row);
    return entry;
  }

  private Entry place(TaskRow row, long deadline) {
    String work = row.task().id().work();
    Entry entry = byWork.get(work);
    if (entry == null) {
      entry = new Entry(row);
      byWork.put(work, entry);
      byTitle
          .computeIfAbsent(row.task().id().titleId(), title -> new LinkedHashMap<>())
          .put(work, entry);
    } else {
      countQueued(entry.row, -1);
    }
    countQueued(row, 1);
    entry.row = row;
    entry.deadline = deadline;
    entry.done = 0;
    if (deadline > 0) {
      deadlines.add(new Due(deadline, work));
    }
    return entry;
  }

  void remove(Entry entry) {
    String work = entry.task().id().work();
    if (byWork.remove(work, entry)) {
      countQueued(entry.row, -1);
      Map<String, Entry> own = byTitle.get(entry.task().id().titleId());
      own.remove(work);
      if (own.isEmpty()) {
        byTitle.remove(entry.task().id().titleId());
      }
      stores.removeTask(work);
    }
  }

  /** A running task is alive until {@code deadline}. */
  void renew(Entry entry, long deadline, long done) {
    entry.deadline = deadline;
    entry.done = done;
    deadlines.add(new Due(deadline, entry.task().id().work()));
  }

  /** Gives running tasks at least until {@code deadline}, after nobody could renew. */
  void grace(long deadline) {
    for (Entry entry : byWork.values()) {
      boolean isLeased = entry.isRunning() || entry.isStopping();
      if (isLeased && entry.deadline < deadline) {
        renew(entry, deadline, entry.done);
      }
    }
  }

  /** An entry whose deadline has passed; each is given once. */
  Optional<Entry> nextDue(long now) {
    while (!deadlines.isEmpty() && deadlines.peek().at <= now) {
      Entry entry = byWork.get(deadlines.poll().work);
      // Renewed or changed meanwhile: a later entry of the heap counts.
      if (entry != null && entry.deadline > 0 && entry.deadline <= now) {
        entry.deadline = 0;
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private void countQueued(TaskRow row, int change) {
    if (row.state() == TaskRow.State.QUEUED) {
      queued.merge(topics.queueOf(row.task()), change, Integer::sum);
    }
  }
}
