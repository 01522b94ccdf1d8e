package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.title.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Windows, fairness, admission and places in the queue, seen from outside. */
class DispatchTest {

  private final TestHost host = TestHost.withFleet().planning(20);

  @Test
  void window_ofEncoders_isTheirSlots() {
    host.submit(Samples.request("film"));
    host.queued.add(host.workUntil(Step.ENCODE));
    assertThat(queuedFor("film")).hasSize(4);
    host.begin(Step.ENCODE);
    assertThat(queuedFor("film")).as("refilled by the claim").hasSize(4);
    host.join("more@1", Pool.ENCODE, Samples.BUILD, 3);
    assertThat(queuedFor("film")).hasSize(7);
    host.vanish("more@1");
    host.pass(CoordinatorSettings.DEFAULT.silence().plusSeconds(1));
    host.take(Step.ENCODE);
    assertThat(queuedFor("film")).as("not filled up before it is below four").hasSize(6);
  }

  @Test
  void window_withoutExecutors_isClosed() {
    TestHost empty = new TestHost();
    empty.submit(Samples.request("film"));
    empty.pass(Duration.ofMinutes(10));
    assertThat(empty.queued).isEmpty();
    empty.join("inspector@1", Pool.INSPECT, "", 1);
    assertThat(empty.queued).hasSize(1);
  }

  @Test
  void window_ofADrainingExecutor_isClosed() {
    host.submit(Samples.request("film"));
    Task plan = host.workUntil(Step.PLAN);
    host.join("encoder@1", Pool.ENCODE, Samples.BUILD, 0);
    host.claim(plan, "inspector@1");
    host.succeed(plan, "inspector@1");
    assertThat(host.messages(Task.class)).noneMatch(task -> task.id().step() == Step.ENCODE);
    host.join("encoder@1", Pool.ENCODE, Samples.BUILD, 1);
    assertThat(queuedFor("film")).hasSize(1);
  }

  @Test
  void soundFirst_thenChunksInOrder() {
    host.submit(Samples.request("film"));
    host.work();
    List<String> order =
        host.messages(Task.class).stream()
            .filter(task -> task.id().step() == Step.ENCODE)
            .map(task -> task.id().task().orElseThrow().toString())
            .toList();
    assertThat(order.get(0)).contains("AUDIO");
    assertThat(order).hasSize(21).doesNotHaveDuplicates();
    assertThat(order.subList(1, 21)).element(19).asString().contains("19");
  }

  @Test
  void tenantWithOneTitle_besideFifty_getsAsManyTasks() {
    for (int title = 0; title < 50; title++) {
      host.submit(Samples.request("many-" + title, "many", Lane.STANDARD));
    }
    workAllButEncoding();
    host.submit(Samples.request("one", "other", Lane.STANDARD));
    workAllButEncoding();
    Map<String, Integer> tasks = new HashMap<>();
    for (int turn = 0; turn < 44; turn++) {
      Task task = host.begin(Step.ENCODE);
      host.succeed(task, "encoder@1");
      tasks.merge(task.tenant(), 1, Integer::sum);
    }
    // Four of the fifty lay on the queue already.
    assertThat(tasks).containsEntry("other", 20).containsEntry("many", 24);
  }

  @Test
  void lanes_shareByWeightAndNoneStarves() {
    host.submit(Samples.request("slow", "studio", Lane.BULK));
    workAllButEncoding();
    host.submit(Samples.request("fast", "studio", Lane.EXPRESS));
    workAllButEncoding();
    List<Lane> lanes = new ArrayList<>();
    for (int turn = 0; turn < 25; turn++) {
      Task task = host.begin(Step.ENCODE);
      host.succeed(task, "encoder@1");
      lanes.add(task.lane());
    }
    // Those of the slow title that lay on the queue already go first.
    assertThat(lanes.subList(0, 4)).containsOnly(Lane.BULK);
    assertThat(lanes.subList(4, 25)).filteredOn(Lane.EXPRESS::equals).hasSizeBetween(19, 20);
    assertThat(lanes.subList(4, 25)).contains(Lane.BULK);
  }

  @Test
  void titleThatWaits_isToldItsPlaceAndGetsNoTasks() {
    TestHost small =
        TestHost.withFleet(CoordinatorSettings.DEFAULT.admitting(1, Long.MAX_VALUE)).planning(5);
    for (String title : List.of("a", "b", "c")) {
      small.submit(Samples.request(title));
    }
    workAllButEncoding(small);
    small.pass(Duration.ofSeconds(6));
    assertThat(places(small)).containsExactly(0, 1, 2);
    small.restart();
    small.pass(Duration.ofSeconds(11));
    assertThat(places(small)).containsExactly(0, 1, 2);
    assertThat(small.messages(Task.class))
        .filteredOn(task -> task.id().step() == Step.ENCODE)
        .allMatch(task -> task.id().titleId().equals("a"));
    small.tell("a", new TitleMessage.Cancel(1));
    small.pass(Duration.ofSeconds(6));
    assertThat(places(small)).containsExactly(0, 0, 1);
    small.work();
    assertThat(small.phase("c")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void retriedTitle_waitsForAdmissionAgain() {
    TestHost small =
        TestHost.withFleet(CoordinatorSettings.DEFAULT.admitting(1, Long.MAX_VALUE)).planning(5);
    small.submit(Samples.request("a"));
    Task first = small.workUntil(Step.ENCODE);
    small.claim(first, "encoder@1");
    small.submit(Samples.request("b"));
    small.fail(first, "encoder@1", FailureKind.MASTER_DAMAGED);
    small.queued.removeIf(task -> task.id().step() == Step.ENCODE);
    Task encode = small.workUntil(Step.ENCODE);
    assertThat(encode.id().titleId()).isEqualTo("b");
    small.sent.clear();
    small.tell("a", new TitleMessage.Retry(1));
    small.pass(Duration.ofSeconds(30));
    small.restart();
    small.pass(Duration.ofSeconds(6));
    assertThat(small.phase("a")).isEqualTo(Phase.ENCODING);
    assertThat(small.messages(Task.class)).noneMatch(t -> t.id().titleId().equals("a"));
    assertThat(small.status("a").queuePosition()).isEqualTo(1);
  }

  @Test
  void roomForWorkObjects_boundsTheTitlesInFlight() {
    TestHost small =
        TestHost.withFleet(CoordinatorSettings.DEFAULT.admitting(100, 50_000)).planning(20);
    for (String title : List.of("a", "b", "c")) {
      small.submit(Samples.request(title));
    }
    workAllButEncoding(small);
    assertThat(small.backlog().waitingTitles()).isEqualTo(1);
    small.work();
    assertThat(small.phase("c")).isEqualTo(Phase.PUBLISHED);
  }

  private List<Task> queuedFor(String title) {
    return host.queued.stream().filter(task -> task.id().titleId().equals(title)).toList();
  }

  private void workAllButEncoding() {
    workAllButEncoding(host);
  }

  private static void workAllButEncoding(TestHost host) {
    List<Task> encoding = new ArrayList<>();
    while (!host.queued.isEmpty()) {
      host.poll(Step.ENCODE)
          .ifPresentOrElse(
              encoding::add,
              () -> {
                Task task = host.begin(host.queued.get(0).id().step());
                host.succeed(task, host.executor(task.id().step()));
              });
    }
    host.queued.addAll(encoding);
  }

  private static List<Integer> places(TestHost host) {
    return List.of("a", "b", "c").stream().map(t -> host.status(t).queuePosition()).toList();
  }
}
