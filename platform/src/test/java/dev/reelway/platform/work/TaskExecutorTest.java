package dev.reelway.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.platform.config.QueueMode;
import dev.reelway.platform.messaging.Await;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.SharedBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TaskExecutorTest {

  private static final TaskOutcome DONE = new TaskOutcome.Packaged(1, 2);
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final List<AutoCloseable> open = new ArrayList<>();
  private final CountDownLatch go = new CountDownLatch(1);
  private KafkaClients clients;
  private FakeWorkflow workflow;

  private void begin(QueueMode mode) {
    clients = SharedBroker.clientsWithTopics(mode);
    workflow = new FakeWorkflow(clients);
    open.add(workflow);
  }

  @AfterEach
  void end() throws Exception {
    go.countDown();
    for (AutoCloseable resource : open) {
      resource.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void start_twoExecutorsAndManyTasks_doEachOnce(QueueMode mode) throws Exception {
    begin(mode);
    Map<TaskId, Integer> runs = new ConcurrentHashMap<>();
    TaskHandler handler =
        (task, progress) -> {
          runs.merge(task.id(), 1, Integer::sum);
          return DONE;
        };
    executor(settings(2), handler);
    executor(settings(2), handler);
    awaitBothAtWork();
    runs.clear();
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tasks.add(workflow.dispatch(FakeWorkflow.task("title-" + i, Step.PACKAGE, i)));
    }
    for (Task task : tasks) {
      assertThat(workflow.await(task.id(), TaskReport.Succeeded.class).outcome()).isEqualTo(DONE);
      assertThat(workflow.reports(task.id()))
          .extracting(report -> (Object) report.getClass())
          .containsExactly(TaskReport.Started.class, TaskReport.Succeeded.class);
    }
    assertThat(runs).hasSize(tasks.size()).allSatisfy((id, times) -> assertThat(times).isOne());
  }

  /** While a group is dealing out its partitions, a task may be handed over twice. */
  private void awaitBothAtWork() throws InterruptedException {
    for (int i = 0; workersAtWork() < 2; i++) {
      Task task = workflow.dispatch(FakeWorkflow.task("warm-up-" + i, Step.PACKAGE, i));
      workflow.await(task.id(), TaskReport.Succeeded.class);
    }
  }

  private long workersAtWork() {
    return workflow.reports().stream()
        .filter(TaskReport.Started.class::isInstance)
        .map(report -> ((TaskReport.Started) report).workerId())
        .distinct()
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void take_afterSomebodyVanishedBeforeAccepting_comesToAnother(QueueMode mode) throws Exception {
    begin(mode);
    Task task = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 0));
    try (TaskQueue queue = TaskQueues.open(clients, Pool.PACKAGE, "")) {
      assertThat(poll(queue).task()).isEqualTo(task);
    }
    executor(settings(1), (taken, progress) -> DONE);
    workflow.await(task.id(), TaskReport.Succeeded.class);
  }

  @ParameterizedTest
  @EnumSource
  void take_whenTheClaimIsRefused_interruptsAndSaysNothing(QueueMode mode) throws Exception {
    begin(mode);
    Task taken = FakeWorkflow.task("title", Step.PACKAGE, 0);
    workflow.giveAway(taken.id());
    List<Optional<TaskReport>> ends = new CopyOnWriteArrayList<>();
    TaskExecutor first =
        executor(
            settings(1),
            (task, progress) -> {
              if (task.equals(taken)) {
                new CountDownLatch(1).await(); // until interrupted
              }
              return DONE;
            },
            (task, traceparent) -> ends::add);
    workflow.dispatch(taken);
    Await.until("the first task has ended", () -> ends.size() == 1);
    Task next = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 1));
    workflow.await(next.id(), TaskReport.Succeeded.class);
    first.close();
    // It was accepted: nobody is handed it again.
    executor(settings(1), (task, progress) -> DONE);
    Task last = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 2));
    workflow.await(last.id(), TaskReport.Succeeded.class);
    assertThat(ends.get(0)).isEmpty();
    assertThat(workflow.reports(taken.id()))
        .containsExactly(new TaskReport.Started(taken.id(), first.settings().workerId()));
  }

  @Test
  void obey_stopOfATask_stopsThatOnly() throws Exception {
    begin(QueueMode.SHARE);
    executor(
        settings(2),
        (task, progress) -> {
          go.await();
          return DONE;
        });
    Task stopped = workflow.dispatch(FakeWorkflow.task("one", Step.PACKAGE, 0));
    Task other = workflow.dispatch(FakeWorkflow.task("two", Step.PACKAGE, 1));
    workflow.await(stopped.id(), TaskReport.Started.class);
    workflow.await(other.id(), TaskReport.Started.class);
    workflow.order(new Control.StopTask(stopped.id()));
    workflow.await(stopped.id(), TaskReport.Stopped.class);
    go.countDown();
    workflow.await(other.id(), TaskReport.Succeeded.class);
  }

  @Test
  void run_thatFails_reportsItsKind() throws Exception {
    begin(QueueMode.SHARE);
    executor(
        settings(1),
        (task, progress) -> {
          if (task.id().titleId().equals("known")) {
            throw new ReelwayException(FailureKind.STORAGE_FULL, "There is no room.");
          }
          throw new IllegalStateException("odd");
        });
    Task known = workflow.dispatch(FakeWorkflow.task("known", Step.PACKAGE, 0));
    TaskReport.Failed failed = workflow.await(known.id(), TaskReport.Failed.class);
    assertThat(failed.kind()).isEqualTo(FailureKind.STORAGE_FULL);
    assertThat(failed.message()).isEqualTo("There is no room.");
    Task odd = workflow.dispatch(FakeWorkflow.task("odd", Step.PACKAGE, 0));
    failed = workflow.await(odd.id(), TaskReport.Failed.class);
    assertThat(failed.kind()).isEqualTo(FailureKind.INVARIANT_BROKEN);
    assertThat(failed.message()).contains("odd");
  }

  @Test
  void run_whileItGoesOn_isNamedByHeartbeatsAndTraced() throws Exception {
    begin(QueueMode.SHARE);
    TaskExecutor executor =
        executor(
            settings(3),
            (task, progress) -> {
              progress.accept(77);
              go.await();
              return DONE;
            });
    Task task = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 0), Optional.of(TRACE));
    Await.until(
        "a heartbeat names the task",
        () ->
            workflow.heartbeats().stream()
                .flatMap(beat -> beat.running().stream())
                .anyMatch(run -> run.id().equals(task.id()) && run.done() == 77));
    assertThat(workflow.heartbeats())
        .allSatisfy(
            beat -> {
              assertThat(beat.workerId()).isEqualTo(executor.settings().workerId());
              assertThat(beat.pool()).isEqualTo(Pool.PACKAGE);
              assertThat(beat.slots()).isEqualTo(3);
              assertThat(beat.residentBytes()).isPositive();
            });
    go.countDown();
    workflow.await(task.id(), TaskReport.Succeeded.class);
    assertThat(workflow.messages())
        .hasSize(2)
        .allSatisfy(
            message -> {
              assertThat(message.key()).isEqualTo("title");
              assertThat(message.traceparent()).contains(TRACE);
            });
  }

  @Test
  void claim_withoutAnAnswer_isMadeAgainAndTheTaskGoesOn() throws Exception {
    begin(QueueMode.SHARE);
    workflow.answer(false);
    executor(
        settings(1, Duration.ofMillis(100), Duration.ofMinutes(1)),
        (task, progress) -> {
          go.await();
          return DONE;
        });
    Task task = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 0));
    Await.until("it is claimed twice", () -> workflow.reports(task.id()).size() >= 2);
    go.countDown();
    workflow.await(task.id(), TaskReport.Succeeded.class);
  }

  @Test
  void stop_ofATaskThatIgnoresIt_givesItUpAndTakesTheNext() throws Exception {
    begin(QueueMode.SHARE);
    Task stubborn = FakeWorkflow.task("title", Step.PACKAGE, 0);
    executor(
        settings(1, Duration.ofMinutes(1), Duration.ofMillis(100)),
        (task, progress) -> {
          while (task.equals(stubborn) && go.getCount() > 0) {
            Thread.onSpinWait();
          }
          return DONE;
        });
    workflow.dispatch(stubborn);
    workflow.await(stubborn.id(), TaskReport.Started.class);
    workflow.order(new Control.StopTask(stubborn.id()));
    workflow.await(stubborn.id(), TaskReport.Stopped.class);
    Task next = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 1));
    workflow.await(next.id(), TaskReport.Succeeded.class);
    go.countDown();
    Task last = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 2));
    workflow.await(last.id(), TaskReport.Succeeded.class);
    assertThat(workflow.reports(stubborn.id())).hasSize(2);
  }

  @Test
  void drain_withARunningTask_finishesItAndTakesNoMore() throws Exception {
    begin(QueueMode.SHARE);
    TaskExecutor executor =
        executor(
            settings(1),
            (task, progress) -> {
              go.await();
              return DONE;
            });
    Task running = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 0));
    workflow.await(running.id(), TaskReport.Started.class);
    Thread drain = new Thread(() -> drain(executor));
    drain.start();
    Await.until(
        "a heartbeat offers no slots",
        () -> workflow.heartbeats().stream().anyMatch(beat -> beat.slots() == 0));
    assertThat(executor.taking()).isFalse();
    Task waiting = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 1));
    go.countDown();
    drain.join();
    assertThat(workflow.await(running.id(), TaskReport.Succeeded.class)).isNotNull();
    assertThat(workflow.reports(waiting.id())).isEmpty();
    executor(settings(1), (task, progress) -> DONE);
    workflow.await(waiting.id(), TaskReport.Succeeded.class);
  }

  @Test
  void drain_beyondItsGrace_givesTasksBack() throws Exception {
    begin(QueueMode.SHARE);
    TaskExecutor executor =
        executor(
            settings(1).withGrace(Duration.ofMillis(50)),
            (task, progress) -> {
              new CountDownLatch(1).await();
              return DONE;
            });
    Task running = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 0));
    workflow.await(running.id(), TaskReport.Started.class);
    executor.drain();
    workflow.await(running.id(), TaskReport.Stopped.class);
  }

  private static void drain(TaskExecutor executor) {
    try {
      executor.drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TaskDelivery poll(TaskQueue queue) throws InterruptedException {
    List<TaskDelivery> found = new ArrayList<>();
    Await.until(
        "the queue hands over a task",
        () -> {
          found.addAll(queue.poll(Duration.ofMillis(200), 1));
          return !found.isEmpty();
        });
    return found.get(0);
  }

  private TaskExecutor executor(ExecutorSettings settings, TaskHandler handler) {
    return executor(settings, handler, TaskObserver.NONE);
  }

  private TaskExecutor executor(
      ExecutorSettings settings, TaskHandler handler, TaskObserver observer) {
    TaskExecutor executor = TaskExecutor.start(clients, settings, handler, observer);
    open.add(0, executor);
    return executor;
  }

  private static ExecutorSettings settings(int slots) {
    return settings(slots, Duration.ofMinutes(1), Duration.ofSeconds(10));
  }

  private static ExecutorSettings settings(int slots, Duration answer, Duration stop) {
    ExecutorSettings usual = ExecutorSettings.of(Pool.PACKAGE, "", slots);
    return new ExecutorSettings(
        usual.pool(),
        "",
        usual.workerId(),
        usual.host(),
        slots,
        Duration.ofMillis(200),
        answer,
        usual.grace(),
        stop);
  }
}
