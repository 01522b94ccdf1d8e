package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.ingest.coordinate.TitleState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A coordinator among executors that vanish, freeze and come back, with messages that come late and
 * twice, tasks that fail, processes that are replaced, and people who change their minds. Messages
 * of one sender on one topic stay in order; nothing else does.
 */
final class SimulatedFleet {

  private static final Topics TOPICS = new Topics("simulated");
  private static final Duration TICK = Duration.ofMillis(200);
  private static final int TICKS_PER_HEARTBEAT = 25;
  private static final int MAX_WISHES = 6;
  private static final FailureKind[] FAILURES = {
    FailureKind.ENCODER_CRASHED,
    FailureKind.ENCODER_OUT_OF_MEMORY,
    FailureKind.CHUNK_INVALID,
    FailureKind.STORAGE_UNAVAILABLE,
    FailureKind.STORAGE_FULL
  };

  private final Random random;
  private final MovableClock clock = new MovableClock();
  private final MemoryStores stores = new MemoryStores();
  private final Map<String, Deque<Task>> queues = new HashMap<>();
  private final List<Executor> executors = new ArrayList<>();
  private final List<Executor> zombies = new ArrayList<>();
  private final Deque<Runnable> people = new ArrayDeque<>();
  private final Map<String, Integer> wishes = new HashMap<>();
  private final Map<String, String> tenants = new HashMap<>();
  private final SimulatedStorage storage = new SimulatedStorage();
  private final CoordinatorSettings settings;
  private final int failurePercent;
  private Coordinator coordinator;
  private String build = "build-1";
  private boolean calm;
  private int ticks;

  SimulatedFleet(long seed, int maxTitles) {
    random = new Random(seed);
    failurePercent = random.nextInt(40);
    settings = CoordinatorSettings.DEFAULT.admitting(maxTitles, 20_000);
    start();
    for (int number = 0; number < 3; number++) {
      executors.add(new Executor("encoder-" + number, Pool.ENCODE, 1 + random.nextInt(2)));
    }
    executors.add(new Executor("packager", Pool.PACKAGE, 2));
    executors.add(new Executor("publisher", Pool.PUBLISH, 1));
    executors.add(new Executor("inspector", Pool.INSPECT, 1));
  }

  private void start() {
    coordinator = new Coordinator(new Environment(settings, TOPICS, stores, this::sent, clock));
    coordinator.restore();
  }

  void submit(String title, String tenant, Lane lane) {
    tenants.put(title, tenant);
    boolean waits = random.nextInt(4) == 0;
    tell(
        title,
        new TitleMessage.Submit(
            Samples.request(title, tenant, lane, "v1", waits, random.nextInt(4) == 0)));
  }

  /** People's messages come in order, too, but some twice. */
  private void tell(String title, TitleMessage message) {
    people.add(() -> coordinator.handle(title, message));
    if (random.nextInt(3) == 0) {
      people.add(() -> coordinator.handle(title, message));
    }
  }

  /** Trouble for so many ticks, then peace until nothing is left to be done. */
  void run(int troubledTicks) {
    while (ticks < troubledTicks || ticks % TICKS_PER_HEARTBEAT != 0 || !isAtRest()) {
      calm = ticks >= troubledTicks;
      assertThat(ticks).as("ticks until the end; left: %s", stores.tasks()).isLessThan(60_000);
      step();
    }
  }

  private void step() {
    ticks++;
    clock.move(TICK);
    if (!calm) {
      trouble();
    }
    if (random.nextInt(4) > 0) {
      deliver(people);
    }
    for (Executor executor : List.copyOf(executors)) {
      executor.step();
    }
    zombies.forEach(zombie -> deliver(zombie.titleEvents));
    if (ticks % TICKS_PER_HEARTBEAT == 0) {
      executors.forEach(Executor::beat);
      wish();
      storage.assertSane(stores);
    }
    coordinator.tick();
  }

  private void trouble() {
    int die = random.nextInt(400);
    if (die == 0) {
      start();
    } else if (die < 4) {
      executors.get(random.nextInt(executors.size())).startAnew();
    } else if (die < 8) {
      executors.get(random.nextInt(executors.size())).frozenTicks = 50 + random.nextInt(200);
    } else if (die == 8) {
      build = "build-" + (1 + random.nextInt(2));
    } else if (die == 9) {
      clock.move(Duration.ofSeconds(random.nextInt(90)));
    } else if (die < 20 && !stores.titles().isEmpty()) {
      changeMind(stores.titles().get(random.nextInt(stores.titles().size())));
    }
  }

  private void changeMind(String title) {
    TitleState state = stores.title(title).state();
    int version = state.submission().version();
    tell(
        title,
        switch (random.nextInt(6)) {
          case 0, 1 -> new TitleMessage.Cancel(version);
          case 2 -> new TitleMessage.Unpublish(version);
          case 3 -> new TitleMessage.RollBack(1);
          case 4 -> new TitleMessage.Retry(state.run());
          default ->
              new TitleMessage.Submit(
                  Samples.request(
                      title, tenants.get(title), Lane.EXPRESS, "v" + ticks, false, false));
        });
  }

  /** What people do with titles that wait for them. */
  private void wish() {
    for (String title : stores.titles()) {
      TitleState state = stores.title(title).state();
      int version = state.submission().version();
      switch (state.phase()) {
        case AWAITING_START -> tell(title, new TitleMessage.Start(version));
        case AWAITING_PUBLISH -> tell(title, new TitleMessage.Publish(version));
        case HELD, FAILED -> {
          if (wishes.merge(title, 1, Integer::sum) <= MAX_WISHES) {
            tell(title, new TitleMessage.Retry(state.run()));
          } else {
            tell(title, new TitleMessage.Cancel(version));
          }
        }
        default -> {}
      }
    }
  }

  private boolean isAtRest() {
    return people.isEmpty()
        && executors.stream().allMatch(executor -> executor.titleEvents.isEmpty())
        && stores.tasks().isEmpty()
        && stores.titles().stream()
            .map(title -> stores.title(title).state())
            .allMatch(state -> state.phase().isOver() && !state.cleanup().isPending());
  }

  List<TitleRow> titles() {
    return stores.titles().stream().map(stores::title).toList();
  }

  SimulatedStorage storage() {
    return storage;
  }

  private void sent(String topic, String key, Object message) {
    if (message instanceof Task task) {
      Deque<Task> queue = queues.computeIfAbsent(topic, name -> new ArrayDeque<>());
      queue.add(task);
      if (!calm && random.nextInt(20) == 0) {
        queue.add(task);
      }
    } else if (message instanceof Control control) {
      assertOneHolder(control);
      executors.forEach(executor -> executor.control.add(control));
    }
  }

  /** Nobody gets what somebody else does who is alive and was heard. */
  private void assertOneHolder(Control control) {
    if (control instanceof Control.Granted granted) {
      assertThat(executors)
          .as("holders when %s was granted", granted)
          .noneMatch(e -> !e.id().equals(granted.workerId()) && e.surelyHolds(granted.id()));
    }
  }

  private void deliver(Deque<Runnable> messages) {
    if (!messages.isEmpty()) {
      messages.removeFirst().run();
    }
  }

  /** A process with slots. */
  private final class Executor {

    private final String name;
    private final Pool pool;
    private final int slots;
    private final Map<TaskId, Running> running = new HashMap<>();
    private final Deque<Runnable> titleEvents = new ArrayDeque<>();
    private final Deque<Control> control = new ArrayDeque<>();
    private String engineBuild = build;
    private int incarnation = 1;
    private int frozenTicks;

    /** Whether it froze lately, so that others may think it dead. */
    private int suspectUntil;

    Executor(String name, Pool pool, int slots) {
      this.name = name;
      this.pool = pool;
      this.slots = slots;
    }

    String id() {
      return name + "@" + incarnation;
    }

    boolean surelyHolds(TaskId task) {
      Running own = running.get(task);
      return own != null && own.granted && ticks > suspectUntil;
    }

    /** Killed and started again; what it had sent comes all the same. */
    void startAnew() {
      Executor dead = new Executor(name, pool, slots);
      dead.titleEvents.addAll(titleEvents);
      zombies.add(dead);
      titleEvents.clear();
      running.clear();
      control.clear();
      incarnation++;
      engineBuild = build;
      frozenTicks = 0;
    }

    void step() {
      if (frozenTicks > 0) {
        frozenTicks--;
        suspectUntil = ticks + 500;
        return;
      }
      if (random.nextInt(3) > 0) {
        deliver(titleEvents);
      }
      while (!control.isEmpty()) {
        obey(control.removeFirst());
      }
      List.copyOf(running.values()).forEach(this::work);
      if (running.size() < slots && random.nextInt(2) == 0) {
        poll();
      }
    }

    private void obey(Control message) {
      if (!calm && random.nextInt(50) == 0) {
        return; // missed while it connected anew
      }
      if (message instanceof Control.Granted granted && granted.workerId().equals(id())) {
        Running own = running.get(granted.id());
        if (own != null) {
          own.granted = true;
        }
      } else if (message instanceof Control.Refused refused && refused.workerId().equals(id())) {
        running.remove(refused.id());
      } else if (message instanceof Control.StopTask stop && running.remove(stop.id()) != null) {
        report(new TaskReport.Stopped(stop.id(), id()));
      }
    }

    private void poll() {
      for (String queue : queuesOf()) {
        Task task = queues.getOrDefault(queue, new ArrayDeque<>()).pollFirst();
        if (task != null && !running.containsKey(task.id())) {
          running.put(task.id(), new Running(task, 1 + random.nextInt(60)));
          report(new TaskReport.Started(task.id(), id()));
          return;
        }
      }
    }

    private List<String> queuesOf() {
      return pool == Pool.ENCODE
          ? List.of(TOPICS.encodeQueue(engineBuild))
          : List.of(TOPICS.queue(pool));
    }

    private void work(Running own) {
      if (--own.ticksLeft > 0) {
        return;
      }
      running.remove(own.task.id());
      if (!calm && random.nextInt(100) < failurePercent) {
        FailureKind kind =
            random.nextInt(20) == 0
                ? FailureKind.MASTER_DAMAGED
                : FAILURES[random.nextInt(FAILURES.length)];
        report(new TaskReport.Failed(own.task.id(), id(), kind, "Simulated."));
      } else {
        report(storage.carryOut(own.task, id(), build));
      }
    }

    private void report(TaskReport report) {
      TitleMessage message = new TitleMessage.Report(report);
      String title = report.id().titleId();
      titleEvents.add(() -> coordinator.handle(title, message));
      if (!calm && random.nextInt(5) == 0) {
        titleEvents.add(() -> coordinator.handle(title, message));
      }
    }

    void beat() {
      if (frozenTicks == 0) {
        List<Heartbeat.Running> now =
            running.keySet().stream().map(id -> new Heartbeat.Running(id, 1)).toList();
        Heartbeat heartbeat = new Heartbeat(id(), "host", pool, engineBuild, slots, now, 1);
        coordinator.handle(heartbeat);
        if (random.nextInt(5) == 0) {
          coordinator.handle(heartbeat);
        }
      }
    }
  }

  private static final class Running {
    private final Task task;
    private int ticksLeft;
    private boolean granted;

    Running(Task task, int ticksLeft) {
      this.task = task;
      this.ticksLeft = ticksLeft;
    }
  }
}
