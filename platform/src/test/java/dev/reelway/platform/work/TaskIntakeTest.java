package dev.reelway.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.platform.messaging.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TaskIntakeTest {

  private static final int SLOTS = 3;

  private final FakeTaskQueue topic = new FakeTaskQueue();
  private final Semaphore slots = new Semaphore(SLOTS);
  private final List<Task> begun = new CopyOnWriteArrayList<>();
  private final List<TaskIntake> open = new ArrayList<>();
  private volatile boolean resting;

  @AfterEach
  void end() throws InterruptedException {
    open.forEach(TaskIntake::stop);
    for (TaskIntake intake : open) {
      intake.awaitEnd(Duration.ofSeconds(10));
    }
  }

  @Test
  void work_withMoreTasksThanSlots_takesAsManyAsAreFree() throws Exception {
    dispatch(10);
    intake(SLOTS, this::beginAll);
    Await.until("all slots are taken", () -> topic.accepted().size() == SLOTS);
    assertThat(slots.availablePermits()).isZero();
    slots.release(2);
    Await.until("two more are taken", () -> topic.accepted().size() == SLOTS + 2);
    assertThat(topic.waiting()).isEqualTo(10 - SLOTS - 2);
    assertThat(topic.asked).allMatch(most -> most <= SLOTS);
  }

  @Test
  void work_ofSeveral_haveTheirClaimsOnTheWayAtTheSameTime() throws Exception {
    CountDownLatch claims = new CountDownLatch(SLOTS);
    TaskIntake.Taker taker =
        deliveries -> {
          claims.countDown();
          claims.await(); // no claim is answered before all are made
          return beginAll(deliveries);
        };
    dispatch(10);
    for (int i = 0; i < SLOTS + 1; i++) {
      intake(1, taker);
    }
    Await.until("all slots are taken", () -> topic.accepted().size() == SLOTS);
    assertThat(topic.waiting()).isEqualTo(10 - SLOTS);
  }

  @Test
  void work_withAnEmptyQueue_keepsTheSlotThatItAskedFor() throws Exception {
    intake(1, this::beginAll);
    intake(1, this::beginAll);
    Await.until("both ask", () -> slots.availablePermits() == SLOTS - 2);
    dispatch(10);
    Await.until("all slots are taken", () -> topic.accepted().size() == SLOTS);
    assertThat(slots.availablePermits()).isZero();
  }

  @Test
  void take_ofWhichTheLastIsNotClaimed_acceptsTheOthersAndGivesItBack() throws Exception {
    dispatch(SLOTS);
    intake(SLOTS, deliveries -> beginAll(deliveries) - 1);
    Await.until("two are accepted", () -> topic.accepted().size() == SLOTS - 1);
    open.get(0).stop();
    open.get(0).awaitEnd(Duration.ofSeconds(10));
    assertThat(topic.waiting()).isOne();
  }

  @Test
  void accept_thatFails_letsTheTaskComeAgainAndGoesOn() throws Exception {
    dispatch(1);
    intake(
        1,
        deliveries -> {
          if (begun.isEmpty()) {
            topic.fail(away());
          }
          return beginAll(deliveries);
        });
    Await.until("one has begun", () -> begun.size() == 1);
    Task next = dispatch(1).get(0);
    Await.until("the next is taken", () -> topic.accepted().contains(next));
  }

  @Test
  void poll_thatFails_opensAnotherQueueWithAllSlots() throws Exception {
    intake(SLOTS, this::beginAll);
    Await.until("it asks", () -> slots.availablePermits() == 0);
    topic.fail(away());
    dispatch(SLOTS);
    Await.until("all are taken", () -> topic.accepted().size() == SLOTS);
    topic.fail(new IllegalStateException("broken"));
    slots.release(SLOTS);
    dispatch(SLOTS);
    Await.until("all are taken again", () -> topic.accepted().size() == 2 * SLOTS);
  }

  @Test
  void work_whileResting_holdsNoSlotAndTakesNothing() throws Exception {
    intake(SLOTS, this::beginAll);
    Await.until("it asks", () -> slots.availablePermits() == 0);
    resting = true;
    Await.until("it lets go of its slots", () -> slots.availablePermits() == SLOTS);
    dispatch(1);
    assertThat(topic.accepted()).isEmpty();
    resting = false;
    Await.until("it goes on", () -> topic.accepted().size() == 1);
  }

  @Test
  void stop_givesBackSlotsAndTasks() throws Exception {
    TaskIntake intake = intake(SLOTS, this::beginAll);
    Await.until("it asks", () -> slots.availablePermits() == 0);
    intake.stop();
    dispatch(2);
    intake.awaitEnd(Duration.ofSeconds(10));
    assertThat(slots.availablePermits()).isEqualTo(SLOTS);
    assertThat(begun).isEmpty();
    assertThat(topic.waiting()).isEqualTo(2);
  }

  private TaskIntake intake(int most, TaskIntake.Taker taker) {
    TaskIntake intake = new TaskIntake(topic::open, slots, most, () -> resting, taker);
    open.add(intake);
    intake.open();
    intake.start();
    return intake;
  }

  private int beginAll(List<TaskDelivery> deliveries) {
    deliveries.forEach(delivery -> begun.add(delivery.task()));
    return deliveries.size();
  }

  private List<Task> dispatch(int count) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(FakeWorkflow.task("title", Step.PACKAGE, begun.size() + i));
    }
    tasks.forEach(topic::put);
    return tasks;
  }

  private static ReelwayException away() {
    return new ReelwayException(FailureKind.MESSAGING_UNAVAILABLE, "Kafka is away.");
  }
}
