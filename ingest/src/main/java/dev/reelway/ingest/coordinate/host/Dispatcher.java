package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.work.TaskRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands tasks to their queues, never more than the executors can soon take: what lies on a queue
 * can no longer be overtaken, what waits here can. Each queue has {@link LaneRings} of its own.
 */
final class Dispatcher {

  /** Queues of pools with short tasks hold this many more than there are slots. */
  private static final int SHORT_TASKS_AHEAD = 2;

  private record QueueOfTitle(String queue, String title) {}

  private record Queue(String name, Pool pool, String engineBuild) {}

  private final Topics topics;
  private final Fleet fleet;
  private final TaskTable tasks;
  private final TitleTable titles;
  private final Map<Queue, LaneRings> rings = new HashMap<>();
  private final Map<QueueOfTitle, Deque<TaskTable.Entry>> ready = new HashMap<>();

  Dispatcher(Topics topics, Fleet fleet, TaskTable tasks, TitleTable titles) {
    this.topics = topics;
    this.fleet = fleet;
    this.tasks = tasks;
    this.titles = titles;
  }

  /** A task that became ready may be handed out. */
  void ready(TaskTable.Entry entry, LiveTitle title) {
    Queue queue = queueOf(entry.task());
    ready
        .computeIfAbsent(new QueueOfTitle(queue.name, title.id()), key -> new ArrayDeque<>())
        .add(entry);
    join(queue, title);
  }

  /** A title was admitted: the first attempts of its encode tasks may be handed out. */
  void admitted(LiveTitle title) {
    join(encodeQueue(title), title);
  }

  private void join(Queue queue, LiveTitle title) {
    rings
        .computeIfAbsent(queue, key -> new LaneRings())
        .add(title.lane(), title.tenant(), title.id());
  }

  /** Hands out what the windows allow; {@code queueTask} puts one on its queue. */
  void handOut(Consumer<TaskRow> queueTask) {
    rings.forEach(
        (queue, ring) -> {
          int room = window(queue) - tasks.queuedOn(queue.name);
          while (room > 0) {
            Optional<TaskRow> next = ring.next(title -> nextOf(queue, titles.get(title)));
            if (next.isEmpty()) {
              break;
            }
            queueTask.accept(next.get());
            room--;
          }
        });
  }

  private int window(Queue queue) {
    int slots = fleet.slots(queue.pool, queue.engineBuild);
    if (slots == 0) {
      return 0;
    }
    return queue.pool == Pool.ENCODE ? slots : 2 * slots + SHORT_TASKS_AHEAD;
  }

  private Optional<TaskRow> nextOf(Queue queue, LiveTitle title) {
    QueueOfTitle key = new QueueOfTitle(queue.name, title.id());
    Deque<TaskTable.Entry> own = ready.get(key);
    while (own != null && !own.isEmpty()) {
      TaskTable.Entry entry = own.removeFirst();
      if (entry.row().state() == TaskRow.State.READY && tasks.has(entry)) {
        return Optional.of(entry.row());
      }
    }
    ready.remove(key);
    return title.isAdmitted() && queue.equals(encodeQueue(title))
        ? firstAttempt(title).map(TaskRow::ready)
        : Optional.empty();
  }

  private Queue encodeQueue(LiveTitle title) {
    String build = title.engineBuild();
    return new Queue(topics.encodeQueue(build), Pool.ENCODE, build);
  }

  private Optional<Task> firstAttempt(LiveTitle title) {
    return title
        .nextFirstAttempt(task -> tasks.has(id(title, task).work()))
        .map(t -> task(title, t));
  }

  private static Task task(LiveTitle title, TaskRef task) {
    return new Task(
        Task.SCHEMA,
        id(title, task),
        title.row().requestId(),
        title.tenant(),
        title.lane(),
        title.engineBuild(),
        0,
        false,
        0);
  }

  private static TaskId id(LiveTitle title, TaskRef task) {
    return new TaskId(
        title.id(), title.version(), Step.ENCODE, Optional.of(task), title.state().firstAttempt());
  }

  private Queue queueOf(Task task) {
    Pool pool = task.id().step().pool();
    return new Queue(topics.queueOf(task), pool, pool == Pool.ENCODE ? task.engineBuild() : "");
  }

  /** Takes a title out of everything. */
  void forget(LiveTitle title) {
    rings.values().forEach(ring -> ring.remove(title.id()));
    ready.keySet().removeIf(key -> key.title.equals(title.id()));
  }
}
