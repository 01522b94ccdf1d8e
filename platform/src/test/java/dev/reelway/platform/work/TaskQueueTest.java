package dev.reelway.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.config.QueueMode;
import dev.reelway.platform.messaging.Await;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.messaging.SharedBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TaskQueueTest {

  private static final int EXECUTORS = 6;
  private static final int TASKS = 36;

  @Test
  void poll_byManyExecutors_eachGetsTasksOfTheSameLane() throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(QueueMode.SHARE);
    List<TaskQueue> executors = new ArrayList<>();
    try (FakeWorkflow workflow = new FakeWorkflow(clients)) {
      for (int i = 0; i < EXECUTORS; i++) {
        executors.add(TaskQueues.open(clients, Pool.ENCODE, FakeWorkflow.BUILD));
      }
      Set<TaskId> sent = new HashSet<>();
      for (int i = 0; i < TASKS; i++) {
        sent.add(workflow.dispatch(FakeWorkflow.task("title", Step.ENCODE, i)).id());
      }
      Map<TaskQueue, List<Task>> taken = new HashMap<>();
      Await.until(
          "all tasks are taken",
          () -> {
            for (TaskQueue executor : executors) {
              List<Task> own = taken.computeIfAbsent(executor, key -> new ArrayList<>());
              accept(executor, executor.poll(Duration.ofMillis(100), 1), own);
            }
            return taken.values().stream().mapToInt(List::size).sum() == TASKS;
          });
      assertThat(taken.values()).allSatisfy(own -> assertThat(own).isNotEmpty());
      assertThat(taken.values().stream().flatMap(List::stream).map(Task::id))
          .containsExactlyInAnyOrderElementsOf(sent);
    } finally {
      executors.forEach(TaskQueue::close);
    }
  }

  @ParameterizedTest
  @EnumSource
  void poll_ofARecordThatIsNoTask_skipsIt(QueueMode mode) throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(mode);
    Topics topics = clients.config().topics();
    try (FakeWorkflow workflow = new FakeWorkflow(clients);
        Sender sender = new Sender(clients);
        TaskQueue queue = TaskQueues.open(clients, Pool.PACKAGE, "")) {
      sender.send(topics.queue(Pool.PACKAGE), "poison", "not a task");
      sender.sendTombstone(topics.queue(Pool.PACKAGE), "empty");
      Task task = workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, 0));
      assertThat(take(queue, 1)).containsExactly(task);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rest_whileBusy_losesNoTaskAndNoPlace(QueueMode mode) throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(mode);
    try (FakeWorkflow workflow = new FakeWorkflow(clients);
        TaskQueue busy = TaskQueues.open(clients, Pool.PACKAGE, "")) {
      List<TaskId> sent = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        sent.add(workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, i)).id());
      }
      List<Task> taken = take(busy, 1);
      try (TaskQueue other = TaskQueues.open(clients, Pool.PACKAGE, "")) {
        Await.until(
            "another gets some of the tasks",
            () -> {
              busy.rest(); // hands over partitions where each has one owner
              accept(other, other.poll(Duration.ofMillis(50), 1), taken);
              return taken.size() == 3;
            });
      }
      taken.addAll(take(busy, sent.size() - taken.size()));
      assertThat(taken).extracting(Task::id).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  @ParameterizedTest
  @EnumSource
  void poll_forSeveral_handsOverNoMoreAndLosesNone(QueueMode mode) throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(mode);
    try (FakeWorkflow workflow = new FakeWorkflow(clients);
        TaskQueue queue = TaskQueues.open(clients, Pool.PACKAGE, "")) {
      List<TaskId> sent = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        sent.add(workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, i)).id());
      }
      List<Task> taken = new ArrayList<>();
      List<Integer> sizes = new ArrayList<>();
      Await.until(
          "all tasks are taken",
          () -> {
            List<TaskDelivery> deliveries = queue.poll(Duration.ofMillis(200), 3);
            accept(queue, deliveries, taken);
            sizes.add(deliveries.size());
            return taken.size() >= TASKS;
          });
      assertThat(taken).extracting(Task::id).containsExactlyInAnyOrderElementsOf(sent);
      assertThat(sizes).allMatch(size -> size <= 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_afterSomeWereAccepted_givesBackTheOthersOnly(QueueMode mode) throws Exception {
    KafkaClients clients = SharedBroker.clientsWithTopics(mode);
    try (FakeWorkflow workflow = new FakeWorkflow(clients)) {
      List<TaskId> sent = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        sent.add(workflow.dispatch(FakeWorkflow.task("title", Step.PACKAGE, i)).id());
      }
      List<Task> taken = new ArrayList<>();
      try (TaskQueue dying = TaskQueues.open(clients, Pool.PACKAGE, "")) {
        taken.addAll(take(dying, 5));
        List<TaskDelivery> last = new ArrayList<>();
        Await.until(
            "tasks are handed over", () -> last.addAll(dying.poll(Duration.ofMillis(200), 3)));
        accept(dying, last.subList(0, last.size() - 1), taken);
      }
      try (TaskQueue next = TaskQueues.open(clients, Pool.PACKAGE, "")) {
        taken.addAll(take(next, TASKS - taken.size()));
        assertThat(taken).extracting(Task::id).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(next.poll(Duration.ofMillis(200), 3)).isEmpty();
      }
    }
  }

  private static List<Task> take(TaskQueue queue, int count) throws InterruptedException {
    List<Task> taken = new ArrayList<>();
    Await.until(
        count + " tasks are taken",
        () -> {
          accept(queue, queue.poll(Duration.ofMillis(200), 1), taken);
          return taken.size() == count;
        });
    return taken;
  }

  private static void accept(TaskQueue queue, List<TaskDelivery> deliveries, List<Task> taken) {
    queue.accept(deliveries);
    deliveries.forEach(delivery -> taken.add(delivery.task()));
  }
}
