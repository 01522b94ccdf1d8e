package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.title.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeasesTest {

  private static final Duration LEASE = CoordinatorSettings.DEFAULT.lease();
  private static final Duration BACKOFF = Duration.ofSeconds(6);

  private final TestHost host = TestHost.withFleet();

  @Test
  void claim_ofAQueuedTask_isGranted() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    assertThat(host.controls()).endsWith(new Control.Granted(task.id(), "encoder@1"));
    assertThat(host.row(task.id()).state()).isEqualTo(TaskRow.State.RUNNING);
  }

  @Test
  void claim_bySomebodyElse_isRefused() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.claim(task, "other@1");
    assertThat(host.controls()).endsWith(new Control.Refused(task.id(), "other@1"));
    assertThat(host.row(task.id()).worker()).isEqualTo("encoder@1");
  }

  @Test
  void claim_again_isGrantedAgain() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.claim(task, "encoder@1");
    Control granted = new Control.Granted(task.id(), "encoder@1");
    assertThat(host.controls()).endsWith(granted, granted);
  }

  @Test
  void claim_ofAnOldAttempt_isRefused() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.fail(task, "encoder@1", FailureKind.ENCODER_CRASHED);
    host.claim(task, "encoder@1");
    assertThat(host.controls()).endsWith(new Control.Refused(task.id(), "encoder@1"));
  }

  @Test
  void claim_ofAnUnknownTitle_isRefused() {
    TaskId id = new TaskId("gone", 1, Step.PUBLISH, Optional.empty(), 1);
    host.report(new TaskReport.Started(id, "publisher@1"));
    assertThat(host.controls()).containsExactly(new Control.Refused(id, "publisher@1"));
  }

  @Test
  void lease_keptAliveByHeartbeats_neverEnds() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.pass(LEASE.multipliedBy(10));
    assertThat(host.row(task.id()).state()).isEqualTo(TaskRow.State.RUNNING);
    assertThat(host.row(task.id()).losses()).isZero();
  }

  @Test
  void lease_ofASilentExecutor_goesToAnother() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.vanish("encoder@1");
    host.join("other@1", Pool.ENCODE, Samples.BUILD, 1);
    host.queued.clear();
    host.pass(LEASE.plusSeconds(1));
    assertThat(host.queued).contains(task);
    host.claim(task, "other@1");
    assertThat(host.controls()).endsWith(new Control.Granted(task.id(), "other@1"));
    assertThat(host.row(task.id()).losses()).isEqualTo(1);
  }

  @Test
  void success_ofAVanishedExecutor_countsAndStopsTheOther() {
    Task task = lostBy("encoder@1");
    host.claim(task, "other@1");
    host.succeed(task, "encoder@1");
    assertThat(host.controls()).endsWith(new Control.Refused(task.id(), "other@1"));
    assertThat(host.stores.title("film").state().work().orElseThrow().encoded().count())
        .isEqualTo(1);
    int parts = host.stores.title("film").parts();
    host.succeed(task, "other@1");
    assertThat(host.stores.title("film").parts()).isEqualTo(parts);
  }

  @Test
  void failure_ofAVanishedExecutor_doesNotCount() {
    Task task = lostBy("encoder@1");
    TaskRow before = host.row(task.id());
    host.fail(task, "encoder@1", FailureKind.MASTER_DAMAGED);
    assertThat(host.row(task.id())).isEqualTo(before);
    host.claim(task, "other@1");
    host.fail(task, "encoder@1", FailureKind.MASTER_DAMAGED);
    assertThat(host.row(task.id()).worker()).isEqualTo("other@1");
    assertThat(host.phase("film")).isEqualTo(Phase.ENCODING);
  }

  @Test
  void losses_again_costAnAttemptAndFinallyTheTitle() {
    host.everyMessageTwice();
    Task task = encodeTask();
    host.queued.clear();
    for (int attempt = 1; attempt <= 3; attempt++) {
      for (int loss = 1; loss <= Leases.MAX_LOSSES; loss++) {
        assertThat(host.phase("film")).isEqualTo(Phase.ENCODING);
        String worker = "victim-" + attempt + loss + "@1";
        TaskId id = withAttempt(task.id(), attempt);
        host.report(new TaskReport.Started(id, worker));
        assertThat(host.controls()).endsWith(new Control.Granted(id, worker));
        host.pass(LEASE.plusSeconds(1));
      }
      host.pass(BACKOFF.multipliedBy(2));
    }
    assertThat(host.phase("film")).isEqualTo(Phase.FAILED);
    assertThat(host.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.kind()).isEqualTo(FailureKind.ENCODER_STALLED);
              assertThat(letter.message()).contains("sound track 0").contains("silent");
            });
  }

  @Test
  void newIncarnation_ofAnExecutor_losesItsTasksAtOnce() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.vanish("encoder@1");
    host.queued.clear();
    host.join("encoder@2", Pool.ENCODE, Samples.BUILD, 8);
    assertThat(host.queued).contains(task);
    assertThat(host.row(task.id()).losses()).isEqualTo(1);
  }

  @Test
  void newExecutor_withALongerName_losesNobodysTasks() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.join("encoder-b@2", Pool.ENCODE, Samples.BUILD, 1);
    assertThat(host.row(task.id()).worker()).isEqualTo("encoder@1");
  }

  @Test
  void gapOfTheCoordinator_givesEveryLeaseGrace() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.gap(LEASE.multipliedBy(3));
    assertThat(host.row(task.id()).state()).isEqualTo(TaskRow.State.RUNNING);
    host.vanish("encoder@1");
    host.pass(LEASE);
    assertThat(host.row(task.id()).losses()).isZero();
    host.pass(TestHost.HEARTBEAT.plusSeconds(1));
    assertThat(host.row(task.id()).losses()).isEqualTo(1);
  }

  @Test
  void gapOfTheCoordinator_doesNotForgetTheFleet() {
    host.gap(LEASE.multipliedBy(3));
    host.pass(Duration.ofSeconds(1));
    assertThat(host.backlog().executors()).hasSize(4);
  }

  @Test
  void silenceOfAll_isAnOutageOfMessaging() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    for (String worker : List.of("inspector@1", "encoder@1", "packager@1", "publisher@1")) {
      host.vanish(worker);
    }
    host.pass(LEASE.multipliedBy(3));
    assertThat(host.row(task.id()).state()).isEqualTo(TaskRow.State.RUNNING);
    host.join("inspector@1", Pool.INSPECT, "", 1);
    host.pass(LEASE.minusSeconds(1));
    assertThat(host.row(task.id()).losses()).isZero();
    host.pass(Duration.ofSeconds(2));
    assertThat(host.row(task.id()).losses()).isEqualTo(1);
  }

  @Test
  void restart_givesEveryLeaseGrace() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.pass(Duration.ofSeconds(4));
    host.clock.move(LEASE.multipliedBy(2));
    host.restart();
    host.pass(LEASE.multipliedBy(2));
    assertThat(host.row(task.id()).losses()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"STORAGE_UNAVAILABLE", "STORAGE_FULL", "MESSAGING_UNAVAILABLE"})
  void outages_atFirst_costNoAttempt(FailureKind kind) {
    Task task = encodeTask();
    for (int trouble = 0; trouble < Leases.MAX_TROUBLES; trouble++) {
      host.claim(task, "encoder@1");
      host.fail(task, "encoder@1", kind);
      assertThat(host.row(task.id()).state()).isEqualTo(TaskRow.State.DELAYED);
      host.pass(Duration.ofMinutes(1).plusSeconds(1));
      assertThat(host.queued).contains(task);
      host.queued.clear();
    }
    assertThat(host.status("film").progress().retries()).isZero();
    host.claim(task, "encoder@1");
    host.fail(task, "encoder@1", kind);
    assertThat(host.row(withAttempt(task.id(), 2)).state()).isEqualTo(TaskRow.State.DELAYED);
    assertThat(host.stores.title("film").retries()).isEqualTo(1);
  }

  @Test
  void outages_oneAfterTheOther_waitLonger() {
    Task task = encodeTask();
    host.queued.clear();
    host.claim(task, "encoder@1");
    host.fail(task, "encoder@1", FailureKind.STORAGE_UNAVAILABLE);
    host.pass(Duration.ofSeconds(1));
    assertThat(host.queued).contains(task);
    host.queued.clear();
    host.claim(task, "encoder@1");
    host.fail(task, "encoder@1", FailureKind.STORAGE_UNAVAILABLE);
    host.pass(Duration.ofMillis(1_800));
    assertThat(host.queued).doesNotContain(task);
    host.pass(Duration.ofMillis(200));
    assertThat(host.queued).contains(task);
  }

  @Test
  void giveBack_handsTheTaskOutAtOnceWithoutALoss() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.queued.clear();
    host.giveBack(task, "encoder@1");
    assertThat(host.queued).containsExactly(task);
    assertThat(host.row(task.id()).losses()).isZero();
  }

  @Test
  void unclaimedTask_liesThereForAWhile_isQueuedAgain() {
    Task task = encodeTask();
    host.queued.clear();
    host.pass(CoordinatorSettings.DEFAULT.unclaimed().minusSeconds(1));
    assertThat(host.queued).isEmpty();
    host.pass(Duration.ofSeconds(2));
    assertThat(host.queued).contains(task);
    host.claim(task, "encoder@1");
    host.claim(task, "other@1");
    assertThat(host.controls())
        .endsWith(
            new Control.Granted(task.id(), "encoder@1"), new Control.Refused(task.id(), "other@1"));
  }

  @Test
  void heartbeat_namingWhatSomebodyElseDoes_isRefused() {
    Task task = lostBy("encoder@1");
    host.claim(task, "other@1");
    host.beat(naming("encoder@1", task.id()));
    assertThat(host.controls()).endsWith(new Control.Refused(task.id(), "encoder@1"));
    assertThat(host.row(task.id()).worker()).isEqualTo("other@1");
  }

  @Test
  void heartbeat_beforeItsClaim_isNotRefused() {
    Task task = encodeTask();
    int before = host.controls().size();
    host.beat(naming("encoder@1", task.id()));
    assertThat(host.controls()).hasSize(before);
  }

  @Test
  void heartbeat_tellsProgress() {
    Task sound = encodeTask();
    host.claim(sound, "encoder@1");
    Task chunk = host.begin(Step.ENCODE);
    assertThat(chunk.id().task().orElseThrow().number()).isZero();
    host.pass(TestHost.HEARTBEAT.plusSeconds(2));
    assertThat(host.status("film").progress().running()).isEqualTo(2);
    assertThat(host.status("film").progress().framesDone()).isEqualTo(100);
    assertThat(host.status("film").progress().etaSeconds()).isPositive();
  }

  @Test
  void outOfMemory_asksForMoreMemory() {
    Task task = encodeTask();
    host.claim(task, "encoder@1");
    host.fail(task, "encoder@1", FailureKind.ENCODER_OUT_OF_MEMORY);
    assertThat(host.row(withAttempt(task.id(), 2)).task().memoryClass()).isEqualTo(1);
  }

  @Test
  void invalidChunk_isEncodedAfresh() {
    Task encode = encodeTask();
    host.claim(encode, "encoder@1");
    host.succeed(encode, "encoder@1");
    Task packaging = host.begin(Step.PACKAGE);
    host.fail(packaging, "packager@1", FailureKind.CHUNK_INVALID);
    Task again = host.row(withAttempt(encode.id(), 2)).task();
    assertThat(again.fresh()).isTrue();
    host.pass(BACKOFF);
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
    assertThat(host.messages(DeadLetter.class)).isEmpty();
  }

  /** The first encode task of a title, on its queue: the sound. */
  private Task encodeTask() {
    host.submit(Samples.request("film"));
    return host.workUntil(Step.ENCODE);
  }

  /** A task whose executor vanished with it; it lies on its queue again, for {@code other@1}. */
  private Task lostBy(String worker) {
    Task task = encodeTask();
    host.claim(task, worker);
    host.vanish(worker);
    host.join("other@1", Pool.ENCODE, Samples.BUILD, 8);
    host.pass(LEASE.plusSeconds(1));
    assertThat(host.row(task.id()).state()).isEqualTo(TaskRow.State.QUEUED);
    return task;
  }

  private static Heartbeat naming(String worker, TaskId id) {
    return new Heartbeat(
        worker,
        "host",
        Pool.ENCODE,
        Samples.BUILD,
        1,
        List.of(new Heartbeat.Running(id, 5)),
        1_000);
  }

  private static TaskId withAttempt(TaskId id, int attempt) {
    return new TaskId(id.titleId(), id.version(), id.step(), id.task(), attempt);
  }
}
