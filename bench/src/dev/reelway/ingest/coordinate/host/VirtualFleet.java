package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.title.Publication;
import dev.reelway.platform.json.Json;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The real coordinator in virtual time, with executors that do nothing but wait. Messages are read
 * and written as JSON, as are the stores' rows; what the coordinator sends is seen one commit
 * later.
 */
final class VirtualFleet {

  /** From an executor to the coordinator. */
  private static final long MESSAGE_MILLIS = 5;

  /** From the coordinator to an executor: an exactly-once commit. */
  static final long COMMIT_MILLIS = 165;

  private static final long TICK_MILLIS = 200;
  private static final long HEARTBEAT_MILLIS = 5_000;
  private static final String BUILD = "build-1";
  private static final Topics TOPICS = Topics.DEFAULT;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Event(long at, long number, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          (a, b) -> a.at == b.at ? Long.compare(a.number, b.number) : Long.compare(a.at, b.at));
  private final Map<String, Deque<Task>> queues = new HashMap<>();
  private final List<Executor> executors = new ArrayList<>();
  private final JsonStores stores = new JsonStores();
  private final Map<Step, Long> finished = new HashMap<>();
  private final int chunksPerTitle;
  private final Coordinator coordinator;
  private long now;
  private long number;
  private long cpuNanos;
  private long sentBytes;
  private long firstEncode = -1;
  private long lastEncode;
  private long busyMillis;

  VirtualFleet(int chunksPerTitle) {
    this.chunksPerTitle = chunksPerTitle;
    coordinator =
        new Coordinator(
            new Environment(
                CoordinatorSettings.DEFAULT,
                TOPICS,
                stores,
                this::send,
                () -> Instant.ofEpochMilli(now)));
    coordinator.restore();
    every(TICK_MILLIS, () -> measured(coordinator::tick));
    every(HEARTBEAT_MILLIS, () -> measured(coordinator::backlog));
    for (int inspector = 0; inspector < 2; inspector++) {
      join(Pool.INSPECT, 4, 500);
    }
    join(Pool.PUBLISH, 2, 500);
    join(Pool.PACKAGE, 8, 200);
  }

  void join(Pool pool, int slots, long taskMillis) {
    Executor executor = new Executor(pool + "-" + executors.size() + "@1", pool, slots, taskMillis);
    executors.add(executor);
    every(HEARTBEAT_MILLIS, executor::beat);
  }

  void submit(String title) {
    tell(title, new TitleMessage.Submit(request(title)));
  }

  void runUntil(BooleanSupplier end) {
    while (!end.getAsBoolean()) {
      Event next = events.remove();
      now = next.at;
      next.action.run();
    }
  }

  long finished(Step step) {
    return finished.getOrDefault(step, 0L);
  }

  long cpuNanos() {
    return cpuNanos;
  }

  long bytes() {
    return sentBytes + stores.bytes;
  }

  /** Milliseconds from the first encode task begun to the last one ended. */
  long makespanMillis() {
    return lastEncode - firstEncode;
  }

  long busyMillis() {
    return busyMillis;
  }

  long elapsedMillis() {
    return now;
  }

  private void after(long millis, Runnable action) {
    events.add(new Event(now + millis, number++, action));
  }

  private void every(long millis, Runnable action) {
    after(
        millis,
        () -> {
          action.run();
          every(millis, action);
        });
  }

  private void measured(Runnable work) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    cpuNanos += THREADS.getCurrentThreadCpuTime() - before;
  }

  private void tell(String title, TitleMessage message) {
    byte[] json = Json.write(message);
    after(
        MESSAGE_MILLIS,
        () ->
            measured(
                () -> coordinator.handle(title, Json.read(json, TitleMessage.class, "message"))));
  }

  private void send(String topic, String key, Object message) {
    sentBytes += message == null ? 0 : Json.write(message).length;
    if (message instanceof Task task) {
      after(
          COMMIT_MILLIS,
          () -> {
            queues.computeIfAbsent(topic, name -> new ArrayDeque<>()).add(task);
            executors.forEach(Executor::poll);
          });
    } else if (message instanceof Control.Refused) {
      throw new IllegalStateException("nobody here does what he should not: " + message);
    }
  }

  private static TitleRequest request(String title) {
    return new TitleRequest(
        TitleRequest.SCHEMA,
        title,
        "tenant-" + Math.floorMod(title.hashCode(), 7),
        "A title with a name of usual length",
        "s3://masters/2026/" + title + "/feature_v2_prores422hq.mov",
        "9b2cf535f27731c974343645a3985328-120",
        "default",
        "",
        Lane.STANDARD,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        SourceOptions.STRICT,
        Map.of("asset", title),
        "key-1",
        "2026-01-01T00:00:00Z");
  }

  private TaskOutcome outcome(TaskId id) {
    return switch (id.step()) {
      case INSPECT -> new TaskOutcome.Inspected("ProRes 422 HQ 1920x1080, 24 fps", List.of());
      case PLAN ->
          new TaskOutcome.Planned(
              new PlanOutline(
                  "plan",
                  BUILD,
                  chunksPerTitle * 20.0,
                  chunksPerTitle,
                  1,
                  0,
                  480,
                  chunksPerTitle * 480L,
                  List.of("1080p", "720p", "540p", "360p"),
                  new Cost(chunksPerTitle * 60L, 1_000_000, 1_000_000),
                  List.of()));
      case ENCODE -> new TaskOutcome.Encoded(4, 0, 30_000_000, 3.0);
      case PACKAGE -> new TaskOutcome.Packaged(16, 30_000_000);
      case PUBLISH ->
          new TaskOutcome.Published(new Publication(1, "plan", "index.m3u8", "index.mpd"));
      default -> new TaskOutcome.Done();
    };
  }

  private final class Executor {

    private final String id;
    private final Pool pool;
    private final int slots;
    private final long taskMillis;
    private final Set<TaskId> running = new LinkedHashSet<>();

    Executor(String id, Pool pool, int slots, long taskMillis) {
      this.id = id;
      this.pool = pool;
      this.slots = slots;
      this.taskMillis = taskMillis;
    }

    void beat() {
      byte[] json =
          Json.write(
              new Heartbeat(
                  id,
                  "host",
                  pool,
                  pool == Pool.ENCODE ? BUILD : "",
                  slots,
                  running.stream().map(task -> new Heartbeat.Running(task, 100)).toList(),
                  200_000_000));
      measured(() -> coordinator.handle(Json.read(json, Heartbeat.class, "heartbeat")));
    }

    void poll() {
      String queue = pool == Pool.ENCODE ? TOPICS.encodeQueue(BUILD) : TOPICS.queue(pool);
      Deque<Task> tasks = queues.get(queue);
      while (running.size() < slots && tasks != null && !tasks.isEmpty()) {
        begin(tasks.removeFirst());
      }
    }

    private void begin(Task task) {
      running.add(task.id());
      report(new TaskReport.Started(task.id(), id));
      if (pool == Pool.ENCODE && firstEncode < 0) {
        firstEncode = now;
      }
      after(taskMillis, () -> end(task));
    }

    private void end(Task task) {
      running.remove(task.id());
      report(new TaskReport.Succeeded(task.id(), id, outcome(task.id())));
      finished.merge(task.id().step(), 1L, Long::sum);
      if (pool == Pool.ENCODE) {
        lastEncode = now;
        busyMillis += taskMillis;
      }
      poll();
    }

    private void report(TaskReport report) {
      tell(report.id().titleId(), new TitleMessage.Report(report));
    }
  }

  /** Writes rows as the changelogged stores do, and counts their bytes. */
  private static final class JsonStores implements Stores {

    private final Map<String, byte[]> rows = new HashMap<>();
    private long bytes;

    @Override
    public void eachTitle(BiConsumer<TitleRow, TitleRequest> reader) {}

    @Override
    public void eachTask(Consumer<TaskRow> reader) {}

    @Override
    public void putTitle(TitleRow row) {
      put("title " + row.state().titleId(), row);
    }

    @Override
    public void putRequest(TitleRequest request) {
      put("request " + request.titleId(), request);
    }

    @Override
    public void removeTitle(String titleId) {
      rows.remove("title " + titleId);
      rows.remove("request " + titleId);
    }

    @Override
    public void putTask(TaskRow row) {
      put("task " + row.task().id().work(), row);
    }

    @Override
    public void removeTask(String work) {
      rows.remove("task " + work);
    }

    private void put(String key, Object row) {
      byte[] json = Json.write(row);
      bytes += json.length;
      rows.put(key, json);
    }
  }
}
