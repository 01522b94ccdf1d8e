package dev.reelway.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Lane;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TaskQueueTest {

  private static final int TASKS_PER_LANE = 24;
  private static final int TASKS = TASKS_PER_LANE * Lane.values().length;
  private static final int ROUND = 21;

  @Test
  void poll_ofAllLanesWithClassicGroups_sharesByWeight() throws Exception {
    List<Task> taken = takeAllLanes(QueueMode.CLASSIC);
    Map<Lane, Long> first = count(taken.subList(0, ROUND));
    assertThat(first.get(Lane.EXPRESS)).isBetween(15L, 17L); // 16, give or take the round's phase
    assertThat(first.get(Lane.STANDARD)).isBetween(3L, 5L);
  }

  @Test
  void poll_ofAllLanesWithShareGroups_prefersTheHigher() throws Exception {
    List<Task> taken = takeAllLanes(QueueMode.SHARE);
    Map<Lane, Long> first = count(taken.subList(0, ROUND));
    assertThat(first.get(Lane.EXPRESS)).isGreaterThan(first.get(Lane.STANDARD));
    assertThat(first.get(Lane.STANDARD)).isGreaterThan(first.get(Lane.BULK));
    assertThat(first.get(Lane.BULK)).isPositive();
  }

  private static List<Task> takeAllLanes(QueueMode mode) throws InterruptedException {
    KafkaClients clients = SharedBroker.clientsWithTopics(mode);
    try (FakeWorkflow workflow = new FakeWorkflow(clients);
        TaskQueue queue = TaskQueues.open(clients, Pool.ENCODE, FakeWorkflow.BUILD)) {
      // Until every partition has been read from, the broker passes over some.
      dispatch(workflow, "first");
      take(queue, TASKS);
      dispatch(workflow, "second");
      List<Task> taken = take(queue, TASKS);
      assertThat(taken).doesNotHaveDuplicates();
      return taken;
    }
  }

  private static void dispatch(FakeWorkflow workflow, String title) {
    for (int i = 0; i < TASKS_PER_LANE; i++) {
      for (Lane lane : Lane.values()) {
        workflow.dispatch(FakeWorkflow.task(title + "-" + lane.label(), Step.ENCODE, i, lane));
      }
    }
  }

  private static Map<Lane, Long> count(List<Task> tasks) {
    return tasks.stream().collect(Collectors.groupingBy(Task::lane, Collectors.counting()));
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
              other.poll(Duration.ofMillis(50)).ifPresent(delivery -> accept(delivery, taken));
              return taken.size() == 3;
            });
      }
      taken.addAll(take(busy, sent.size() - taken.size()));
      assertThat(taken).extracting(Task::id).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  private static List<Task> take(TaskQueue queue, int count) throws InterruptedException {
    List<Task> taken = new ArrayList<>();
    Await.until(
        count + " tasks are taken",
        () -> {
          queue.poll(Duration.ofMillis(200)).ifPresent(delivery -> accept(delivery, taken));
          return taken.size() == count;
        });
    return taken;
  }

  private static void accept(TaskDelivery delivery, List<Task> taken) {
    delivery.accept();
    taken.add(delivery.task());
  }
}
