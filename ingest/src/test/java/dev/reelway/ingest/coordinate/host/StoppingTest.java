package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.title.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancelling, erasing, submitting again, and an engine that goes away. */
class StoppingTest {

  private static final Duration LEASE = CoordinatorSettings.DEFAULT.lease();
  private static final TitleRequest SECOND =
      Samples.request("film", "studio", Lane.STANDARD, "v2", false, false);

  private final TestHost host = TestHost.withFleet().everyMessageTwice();

  @Test
  void cancel_stopsWhatRunsAndDiscardsWhenThatHasStopped() {
    List<Task> running = cancelled();
    assertThat(host.phase("film")).isEqualTo(Phase.CANCELLED);
    assertThat(host.controls())
        .contains(
            new Control.StopTask(running.get(0).id()), new Control.StopTask(running.get(1).id()));
    host.queued.clear();
    host.giveBack(running.get(0), "encoder@1");
    assertThat(host.queued).as("while the other runs").isEmpty();
    host.giveBack(running.get(1), "encoder@1");
    assertThat(host.queued).extracting(t -> t.id().step()).containsExactly(Step.DISCARD);
    host.work();
    assertThat(host.stores.tasks()).isEmpty();
    assertThat(host.stores.title("film").state().cleanup().isPending()).isFalse();
  }

  @Test
  void cancel_withAnExecutorThatVanished_discardsWhenTheLeaseIsOver() {
    cancelled();
    host.queued.clear();
    host.vanish("encoder@1");
    host.pass(LEASE.minusSeconds(1));
    assertThat(host.queued).isEmpty();
    host.pass(Duration.ofSeconds(2));
    assertThat(host.queued).extracting(t -> t.id().step()).containsExactly(Step.DISCARD);
  }

  @Test
  void cancel_evenAfterARestart_discardsWhenAllHasStopped() {
    List<Task> running = cancelled();
    host.queued.clear();
    host.restart();
    host.pass(TestHost.HEARTBEAT);
    running.forEach(task -> host.giveBack(task, "encoder@1"));
    assertThat(host.queued).extracting(t -> t.id().step()).containsExactly(Step.DISCARD);
  }

  @Test
  void cancel_ofAnExecutorThatMissedIt_isToldAgainWithItsHeartbeat() {
    Task task = cancelled().get(0);
    host.sent.clear();
    host.pass(TestHost.HEARTBEAT);
    assertThat(host.controls()).contains(new Control.StopTask(task.id()));
  }

  @Test
  void claim_afterCancel_isRefused() {
    cancelled();
    Task queued = host.take(Step.ENCODE);
    host.claim(queued, "encoder@1");
    assertThat(host.controls()).endsWith(new Control.Refused(queued.id(), "encoder@1"));
  }

  @Test
  void success_ofWhatWasToStop_endsItLikeAnyOtherWord() {
    List<Task> running = cancelled();
    running.forEach(task -> host.succeed(task, "encoder@1"));
    host.queued.removeIf(task -> task.id().step() == Step.ENCODE);
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.CANCELLED);
    assertThat(host.stores.tasks()).isEmpty();
  }

  @Test
  void submit_afterCancel_waitsForTheRemoval() {
    List<Task> running = cancelled();
    host.queued.clear();
    host.submit(SECOND);
    assertThat(host.phase("film")).isEqualTo(Phase.SUBMITTED);
    assertThat(host.queued).isEmpty();
    running.forEach(task -> host.fail(task, "encoder@1", FailureKind.CANCELLED));
    Task discard = host.begin(Step.DISCARD);
    assertThat(host.queued).isEmpty();
    host.succeed(discard, "publisher@1");
    host.work();
    assertThat(host.status("film").published()).contains(Samples.publication(2));
    assertThat(host.stores.tasks()).isEmpty();
  }

  @Test
  void cancel_ofWhatWaitsForTheRemoval_doesNotForgetTheRemoval() {
    List<Task> running = cancelled();
    host.queued.clear();
    running.forEach(task -> host.giveBack(task, "encoder@1"));
    host.tell("film", new TitleMessage.Retry(1));
    assertThat(host.phase("film")).isEqualTo(Phase.SUBMITTED);
    host.tell("film", new TitleMessage.Cancel(1));
    host.work();
    assertThat(host.stores.title("film").state().cleanup().isPending()).isFalse();
    host.tell("film", new TitleMessage.Retry(2));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void retry_ofACancelledTitle_beginsAfterTheRemoval() {
    List<Task> running = cancelled();
    host.queued.clear();
    host.tell("film", new TitleMessage.Retry(1));
    running.forEach(task -> host.giveBack(task, "encoder@1"));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void discard_thatFails_isTriedUntilItSucceeds() {
    List<Task> running = cancelled();
    host.queued.clear();
    running.forEach(task -> host.giveBack(task, "encoder@1"));
    for (int trial = 0; trial < 20; trial++) {
      Task discard = host.begin(Step.DISCARD);
      host.fail(discard, "publisher@1", FailureKind.INVARIANT_BROKEN);
      host.pass(Duration.ofMinutes(1).plusSeconds(1));
    }
    host.work();
    assertThat(host.stores.tasks()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SUBMITTED",
        "PLANNING",
        "AWAITING_START",
        "ENCODING",
        "AWAITING_PUBLISH",
        "PUBLISHING",
        "HELD",
        "PUBLISHED"
      })
  void erase_inAnyPhase_leavesNothing(Phase phase) {
    bringTo(phase);
    host.tell("film", new TitleMessage.Erase());
    host.restart();
    host.pass(TestHost.HEARTBEAT);
    host.work();
    assertThat(host.stores.hasTitle("film")).isFalse();
    assertThat(host.stores.tasks()).isEmpty();
    assertThat(host.status("film")).isNull();
    assertThat(host.sent.stream().filter(s -> s.topic().equals(TestHost.TOPICS.titleStatus())))
        .last()
        .isEqualTo(new TestHost.Sent(TestHost.TOPICS.titleStatus(), "film", null));
    host.submit(Samples.request("film"));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void erase_whileSomethingRuns_waitsForItsLease() {
    host.submit(Samples.request("film"));
    Task encode = host.workUntil(Step.ENCODE);
    host.claim(encode, "encoder@1");
    host.vanish("encoder@1");
    host.queued.clear();
    host.tell("film", new TitleMessage.Erase());
    assertThat(host.queued).isEmpty();
    host.pass(LEASE.plusSeconds(1));
    host.work();
    assertThat(host.stores.hasTitle("film")).isFalse();
  }

  @Test
  void erase_whileTheLastTaskEndsByTime_isNotForgotten() {
    host.submit(Samples.request("film"));
    host.work();
    host.tell("film", new TitleMessage.Unpublish(1));
    for (int attempt = 0; attempt < 3; attempt++) {
      for (int loss = 0; loss < Leases.MAX_LOSSES; loss++) {
        Task flip = host.take(Step.UNPUBLISH);
        host.report(new TaskReport.Started(flip.id(), "ghost-" + attempt + loss + "@1"));
        if (attempt == 0 && loss == 0) {
          host.tell("film", new TitleMessage.Erase());
        }
        host.pass(LEASE.plusSeconds(1));
      }
      host.pass(Duration.ofSeconds(11));
    }
    host.work();
    assertThat(host.stores.hasTitle("film")).isFalse();
  }

  @Test
  void wishes_forATitleBeingErased_areIgnoredAndASubmissionIsTold() {
    host.submit(Samples.request("film"));
    host.work();
    host.tell("film", new TitleMessage.Erase());
    host.tell("film", new TitleMessage.Unpublish(1));
    host.submit(SECOND);
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
    assertThat(host.deadLetters())
        .extracting(DeadLetter::message)
        .allMatch(message -> message.contains("is being removed"))
        .isNotEmpty();
  }

  @Test
  void engineGone_forLong_plansAgainWithTheOneThatIsThere() {
    host.submit(Samples.request("film"));
    Task encode = host.workUntil(Step.ENCODE);
    host.claim(encode, "encoder@1");
    host.queued.clear();
    host.vanish("encoder@1");
    host.join("modern@1", Pool.ENCODE, "build-2", 4);
    host.pass(CoordinatorSettings.DEFAULT.replanAfter().minusSeconds(1));
    assertThat(host.phase("film")).isEqualTo(Phase.ENCODING);
    host.pass(LEASE.plusSeconds(10));
    host.queued.removeIf(task -> task.id().step() == Step.ENCODE);
    host.sent.clear();
    Task planning = host.workUntil(Step.PLAN);
    assertThat(planning.engineBuild()).isEqualTo("build-2");
    host.claim(planning, "inspector@1");
    host.succeed(planning, "inspector@1");
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
    assertThat(host.messages(Task.class))
        .filteredOn(task -> task.id().step() == Step.ENCODE)
        .hasSize(4)
        .allMatch(task -> task.engineBuild().equals("build-2"));
    assertThat(host.stores.title("film").plan().orElseThrow().engineBuild()).isEqualTo("build-2");
  }

  @Test
  void engineGone_whileNobodyEncodes_waits() {
    host.submit(Samples.request("film"));
    host.workUntil(Step.ENCODE);
    host.vanish("encoder@1");
    host.pass(CoordinatorSettings.DEFAULT.replanAfter().multipliedBy(5));
    assertThat(host.phase("film")).isEqualTo(Phase.ENCODING);
  }

  /** A title with two running encode tasks and one on the queue, cancelled. */
  private List<Task> cancelled() {
    host.submit(Samples.request("film"));
    Task first = host.workUntil(Step.ENCODE);
    host.claim(first, "encoder@1");
    Task second = host.begin(Step.ENCODE);
    host.tell("film", new TitleMessage.Cancel(1));
    return List.of(first, second);
  }

  private void bringTo(Phase phase) {
    host.submit(
        Samples.request(
            "film",
            "studio",
            Lane.STANDARD,
            "v1",
            phase == Phase.AWAITING_START,
            phase == Phase.AWAITING_PUBLISH));
    switch (phase) {
      case SUBMITTED -> {}
      case PLANNING -> host.queued.add(0, host.workUntil(Step.PLAN));
      case ENCODING -> host.queued.add(0, host.workUntil(Step.ENCODE));
      case PUBLISHING -> host.queued.add(0, host.workUntil(Step.PUBLISH));
      case HELD -> {
        Task publish = host.workUntil(Step.PUBLISH);
        host.claim(publish, "publisher@1");
        host.fail(publish, "publisher@1", FailureKind.INVARIANT_BROKEN);
      }
      default -> host.work();
    }
    assertThat(host.phase("film")).isEqualTo(phase);
  }
}
