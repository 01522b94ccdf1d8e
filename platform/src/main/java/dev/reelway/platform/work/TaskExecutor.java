package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Received;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.messaging.TopicTail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the tasks of a pool in this process: claims, runs, tells.
 *
 * <pre>
 *  queue ──▶ start the handler ──▶ Started ──▶ accept the record     ──▶ Succeeded | Failed
 *                │                   │                                   | Stopped
 *                │        control: Granted │ Refused: interrupt, say nothing
 *                └── every 5 s: a heartbeat that names what runs, which keeps the leases
 * </pre>
 *
 * <p>The record is accepted as soon as Kafka has the claim: from then on the workflow's lease
 * answers for the task, and the executor can take the next one without waiting for the answer.
 * Whoever vanishes before has not accepted, so the task is handed to somebody else. Several claims
 * may be on their way at a time, never more than there are slots.
 */
public final class TaskExecutor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskExecutor.class);
  private static final Duration SENDING = Duration.ofSeconds(5);
  private static final long TICK_MILLIS = 500;

  private final ExecutorSettings settings;
  private final TaskHandler handler;
  private final TaskObserver observer;
  private final Sender sender;
  private final ReportOutbox outbox;
  private final HeartbeatLoop heartbeats;
  private final List<TaskIntake> intakes;
  private final Semaphore slots;
  private final OutageRest rest = new OutageRest(System::nanoTime);
  private final Map<TaskId, RunningTask> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(TaskExecutor::daemon);
  private TopicTail<Control> control;
  private ScheduledFuture<?> ticks;
  private volatile boolean taking = true;
  private boolean closed;

  private TaskExecutor(
      KafkaClients clients,
      ExecutorSettings settings,
      TaskHandler handler,
      TaskObserver observer,
      Supplier<TaskQueue> queues,
      Runnable beaten) {
    this.settings = settings;
    this.handler = handler;
    this.observer = observer;
    Topics topics = clients.config().topics();
    slots = new Semaphore(settings.slots());
    sender = new Sender(clients);
    outbox = new ReportOutbox(sender, topics.titleEvents(), SENDING);
    heartbeats =
        new HeartbeatLoop(
            sender, topics.heartbeats(), settings.heartbeat(), this::heartbeat, beaten);
    int most = TaskQueues.tasksAtATime(clients, settings);
    intakes =
        Stream.generate(() -> new TaskIntake(queues, slots, most, rest::isDue, this::take))
            .limit(TaskQueues.queuesAtATime(clients, settings))
            .toList();
  }

  /**
   * Starts to take tasks. The topics must be there; the pool's queues are made.
   *
   * @param handler does them, called by as many threads as there are slots
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE} if Kafka
   *     does not answer
   */
  public static TaskExecutor start(
      KafkaClients clients, ExecutorSettings settings, TaskHandler handler, TaskObserver observer) {
    return start(clients, settings, handler, observer, () -> {});
  }

  /**
   * As above.
   *
   * @param beaten is told every few seconds as long as the executor is not wedged
   */
  public static TaskExecutor start(
      KafkaClients clients,
      ExecutorSettings settings,
      TaskHandler handler,
      TaskObserver observer,
      Runnable beaten) {
    Supplier<TaskQueue> queues =
        () -> TaskQueues.open(clients, settings.pool(), settings.engineBuild());
    TaskExecutor executor = new TaskExecutor(clients, settings, handler, observer, queues, beaten);
    try {
      executor.begin(clients);
      return executor;
    } catch (Throwable e) {
      executor.close();
      throw e;
    }
  }

  private void begin(KafkaClients clients) {
    // Before the first task, or the answer to its claim could be missed.
    control =
        TopicTail.start(
            clients,
            clients.config().topics().control(),
            TopicTail.From.END,
            Control.class,
            this::obey);
    heartbeats.start();
    ticks = ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    intakes.get(0).open();
    intakes.forEach(TaskIntake::start);
  }

  /** Who this executor is. */
  public ExecutorSettings settings() {
    return settings;
  }

  /** How many tasks it does now. */
  public int running() {
    return running.size();
  }

  /** Whether it takes tasks: no longer once it drains. */
  public boolean taking() {
    return taking;
  }

  private int take(List<TaskDelivery> deliveries) throws InterruptedException {
    List<Optional<ReportOutbox.Letter>> claims = deliveries.stream().map(this::begin).toList();
    int claimed = 0;
    while (claimed < claims.size() && isInTheLog(claims.get(claimed))) {
      claimed++;
    }
    return claimed; // what is not accepted is handed to somebody else
  }

  /** Starts a task; no claim if it was handed over again while we are at it. */
  private Optional<ReportOutbox.Letter> begin(TaskDelivery delivery) {
    RunningTask task = new RunningTask(delivery, settings.workerId(), this::ended);
    if (running.putIfAbsent(task.id(), task) != null) {
      slots.release();
      return Optional.empty();
    }
    ReportOutbox.Letter claim = claim(task); // before whatever the handler has to say
    task.start(handler, observer);
    return Optional.of(claim);
  }

  private static boolean isInTheLog(Optional<ReportOutbox.Letter> claim)
      throws InterruptedException {
    return claim.isEmpty() || claim.get().await();
  }

  private ReportOutbox.Letter claim(RunningTask task) {
    return outbox.post(new TaskReport.Started(task.id(), settings.workerId()), task.traceparent());
  }

  private void ended(RunningTask task, Optional<TaskReport> report) {
    report.ifPresent(rest::ended); // before the slot is free again
    report.ifPresent(said -> outbox.post(said, task.traceparent()));
    running.remove(task.id(), task);
    slots.release();
  }

  private void obey(Received<Control> message) {
    Control order = message.value().orElseThrow();
    if (order instanceof Control.Granted granted && isUs(granted.workerId())) {
      find(granted.id()).ifPresent(RunningTask::grant);
    } else if (order instanceof Control.Refused refused && isUs(refused.workerId())) {
      find(refused.id()).ifPresent(RunningTask::refuse);
    } else if (order instanceof Control.StopTask stop) {
      find(stop.id()).ifPresent(RunningTask::stop);
    }
  }

  private boolean isUs(String workerId) {
    return workerId.equals(settings.workerId());
  }

  private Optional<RunningTask> find(TaskId id) {
    return Optional.ofNullable(running.get(id));
  }

  private void tick() {
    for (RunningTask task : running.values()) {
      task.giveUpAfter(settings.stop());
      if (task.unanswered(settings.answer())) {
        LOG.warn("The claim of {} has no answer yet; claiming again.", task.id());
        claim(task);
      }
    }
  }

  private Heartbeat heartbeat() {
    List<Heartbeat.Running> tasks =
        running.values().stream()
            .map(task -> new Heartbeat.Running(task.id(), task.done()))
            .toList();
    return new Heartbeat(
        settings.workerId(),
        settings.host(),
        settings.pool(),
        settings.engineBuild(),
        taking ? settings.slots() : 0,
        tasks,
        ResidentMemory.bytes());
  }

  /**
   * Takes no more tasks, lets the running ones go on for the settings' grace, then closes. What is
   * not done by then is given back as {@code Stopped}.
   */
  public void drain() throws InterruptedException {
    stopTaking();
    if (slots.tryAcquire(settings.slots(), settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
      slots.release(settings.slots());
    } else {
      LOG.warn("{} tasks are not done in time; they are given back.", running.size());
    }
    close();
  }

  private void stopTaking() {
    taking = false;
    intakes.forEach(TaskIntake::stop);
    heartbeats.beatNow();
  }

  /** Stops at once; running tasks are given back as {@code Stopped}. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stopTaking();
    try {
      running.values().forEach(RunningTask::stop);
      if (!slots.tryAcquire(settings.slots(), limit().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.error("Left behind tasks that do not stop: {}.", running.keySet());
      }
      outbox.close();
      for (TaskIntake intake : intakes) {
        intake.awaitEnd(SENDING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (ticks != null) {
        ticks.cancel(false);
      }
      ticker.shutdownNow();
      heartbeats.close();
      if (control != null) {
        control.close();
      }
      sender.close();
    }
  }

  /** The ticker gives up what does not stop; this waits a little longer. */
  private Duration limit() {
    return settings.stop().plusMillis(4 * TICK_MILLIS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "task-ticker");
    thread.setDaemon(true);
    return thread;
  }
}
