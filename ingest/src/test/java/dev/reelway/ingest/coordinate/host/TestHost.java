package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.title.Phase;
import dev.reelway.platform.telemetry.FleetLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A coordinator with memory for stores, lists for topics, and executors that obey the test. */
final class TestHost {

  static final Topics TOPICS = new Topics("test");
  static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration TICK = Duration.ofMillis(200);

  /** A message that was sent. */
  record Sent(String topic, String key, Object message) {}

  private static final class Executor {
    private final Pool pool;
    private final String build;
    private final int slots;
    private final Set<TaskId> running = new LinkedHashSet<>();

    Executor(Pool pool, String build, int slots) {
      this.pool = pool;
      this.build = build;
      this.slots = slots;
    }
  }

  final MovableClock clock = new MovableClock();
  final MemoryStores stores = new MemoryStores();
  final List<Sent> sent = new ArrayList<>();
  final List<Task> queued = new ArrayList<>();
  private final Map<String, TitleStatus> statuses = new HashMap<>();
  private final Map<String, Executor> executors = new LinkedHashMap<>();
  private final CoordinatorSettings settings;
  private Coordinator coordinator;
  private Duration sinceHeartbeat = Duration.ZERO;
  private int copies = 1;
  private int chunks = 3;

  TestHost() {
    this(CoordinatorSettings.DEFAULT);
  }

  TestHost(CoordinatorSettings settings) {
    this.settings = settings;
    restart();
  }

  /** With one executor for each pool. */
  static TestHost withFleet() {
    return withFleet(CoordinatorSettings.DEFAULT);
  }

  static TestHost withFleet(CoordinatorSettings settings) {
    TestHost host = new TestHost(settings);
    host.join("inspector@1", Pool.INSPECT, "", 2);
    host.join("encoder@1", Pool.ENCODE, Samples.BUILD, 4);
    host.join("packager@1", Pool.PACKAGE, "", 2);
    host.join("publisher@1", Pool.PUBLISH, "", 2);
    return host;
  }

  /** From now on every message comes twice. */
  TestHost everyMessageTwice() {
    copies = 2;
    return this;
  }

  /** Plans have so many chunks, and one sound track. */
  TestHost planning(int count) {
    chunks = count;
    return this;
  }

  /** Another process takes over. */
  void restart() {
    coordinator = new Coordinator(new Environment(settings, TOPICS, stores, this::send, clock));
    coordinator.restore();
  }

  private void send(String topic, String key, Object message) {
    sent.add(new Sent(topic, key, message));
    if (message instanceof Task task) {
      assertThat(topic).isEqualTo(TOPICS.queueOf(task));
      queued.add(task);
    } else if (topic.equals(TOPICS.titleStatus())) {
      statuses.put(key, (TitleStatus) message);
    }
  }

  /** An executor is there from now on and sends heartbeats. */
  void join(String worker, Pool pool, String build, int slots) {
    executors.put(worker, new Executor(pool, build, slots));
    beat(worker);
  }

  /** An executor is gone without a word. */
  void vanish(String worker) {
    executors.remove(worker);
  }

  void beat(String worker) {
    Executor executor = executors.get(worker);
    List<Heartbeat.Running> running =
        executor.running.stream().map(id -> new Heartbeat.Running(id, 100)).toList();
    beat(
        new Heartbeat(
            worker, "host", executor.pool, executor.build, executor.slots, running, 1_000));
  }

  void beat(Heartbeat heartbeat) {
    for (int copy = 0; copy < copies; copy++) {
      coordinator.handle(heartbeat);
    }
  }

  void tell(String titleId, TitleMessage message) {
    for (int copy = 0; copy < copies; copy++) {
      coordinator.handle(titleId, message);
    }
  }

  void submit(TitleRequest request) {
    tell(request.titleId(), new TitleMessage.Submit(request));
  }

  void report(TaskReport report) {
    tell(report.id().titleId(), new TitleMessage.Report(report));
  }

  void claim(Task task, String worker) {
    Optional.ofNullable(executors.get(worker)).ifPresent(e -> e.running.add(task.id()));
    report(new TaskReport.Started(task.id(), worker));
  }

  void succeed(Task task, String worker) {
    end(task, worker);
    report(
        new TaskReport.Succeeded(
            task.id(), worker, Samples.outcome(task, Samples.plan(chunks, 1, task.engineBuild()))));
  }

  void fail(Task task, String worker, FailureKind kind) {
    end(task, worker);
    report(new TaskReport.Failed(task.id(), worker, kind, "It did not work."));
  }

  void giveBack(Task task, String worker) {
    end(task, worker);
    report(new TaskReport.Stopped(task.id(), worker));
  }

  private void end(Task task, String worker) {
    Optional.ofNullable(executors.get(worker)).ifPresent(e -> e.running.remove(task.id()));
  }

  /** Takes the next task of a step from its queue. */
  Task take(Step step) {
    return poll(step)
        .orElseThrow(() -> new AssertionError("no " + step + " task lies on a queue: " + queued));
  }

  Optional<Task> poll(Step step) {
    Optional<Task> task = queued.stream().filter(t -> t.id().step() == step).findFirst();
    task.ifPresent(queued::remove);
    return task;
  }

  /** Takes the next task of a step and claims it for that pool's first executor. */
  Task begin(Step step) {
    Task task = take(step);
    claim(task, executor(step));
    return task;
  }

  /** The executor that does a step. */
  String executor(Step step) {
    return executors.entrySet().stream()
        .filter(executor -> executor.getValue().pool == step.pool())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Does all that lies on the queues and what follows from it. */
  void work() {
    while (!queued.isEmpty()) {
      workOnNext();
    }
  }

  private void workOnNext() {
    Task task = begin(queued.get(0).id().step());
    String worker = executor(task.id().step());
    if (controls().get(controls().size() - 1) instanceof Control.Granted) {
      succeed(task, worker);
    } else {
      end(task, worker);
    }
  }

  /** Does what lies on the queues until a task of {@code step} lies there. */
  Task workUntil(Step step) {
    while (queued.stream().noneMatch(task -> task.id().step() == step)) {
      assertThat(queued).as("tasks before the first " + step).isNotEmpty();
      workOnNext();
    }
    return take(step);
  }

  /** Time passes; whoever is there sends heartbeats. */
  void pass(Duration time) {
    for (Duration left = time; left.toMillis() > 0; left = left.minus(TICK)) {
      clock.move(TICK);
      sinceHeartbeat = sinceHeartbeat.plus(TICK);
      if (sinceHeartbeat.compareTo(HEARTBEAT) >= 0) {
        sinceHeartbeat = Duration.ZERO;
        List.copyOf(executors.keySet()).forEach(this::beat);
      }
      coordinator.tick();
    }
  }

  /** Nobody is heard and nothing is done for a while, as when a process or broker is away. */
  void gap(Duration time) {
    clock.move(time);
    coordinator.tick();
  }

  FleetLoad backlog() {
    return coordinator.backlog();
  }

  Phase phase(String titleId) {
    return stores.title(titleId).state().phase();
  }

  TitleStatus status(String titleId) {
    return statuses.get(titleId);
  }

  List<Phase> notifiedPhases(String titleId) {
    return messages(Notification.class).stream()
        .filter(n -> n.titleId().equals(titleId))
        .map(Notification::phase)
        .toList();
  }

  List<DeadLetter> deadLetters() {
    return messages(DeadLetter.class);
  }

  List<Control> controls() {
    return messages(Control.class);
  }

  <T> List<T> messages(Class<T> type) {
    return sent.stream().map(Sent::message).filter(type::isInstance).map(type::cast).toList();
  }

  /** The row of exactly this attempt. */
  TaskRow row(TaskId id) {
    return stores.tasks().stream()
        .filter(row -> row.task().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + id + ": " + stores.tasks()));
  }
}
