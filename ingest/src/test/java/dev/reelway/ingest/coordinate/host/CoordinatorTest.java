package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.platform.telemetry.FleetLoad;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatorTest {

  private static final List<Phase> WHOLE_WAY =
      List.of(
          Phase.SUBMITTED,
          Phase.INSPECTING,
          Phase.PLANNING,
          Phase.ENCODING,
          Phase.PUBLISHING,
          Phase.PUBLISHED);

  private static final String JANUARY = "2027-01-01T00:00:00Z";
  private static final String MARCH = "2027-03-01T00:00:00Z";

  private final TestHost host = TestHost.withFleet();

  @Test
  void dates_ofATitleInTheMaking_areToldAndSurviveARestart() {
    host.submit(Samples.request("film"));
    host.workUntil(Step.ENCODE);
    TitleStatus before = host.status("film");
    host.tell("film", new TitleMessage.PublishAt(1, Optional.of(JANUARY)));
    host.tell("film", new TitleMessage.UnpublishAt(1, Optional.of(MARCH)));
    host.tell("film", new TitleMessage.PublishAt(2, Optional.of(MARCH))); // no such version
    host.restart();
    host.tell("film", new TitleMessage.Probe("p"));
    host.tell("film", new TitleMessage.UnpublishAt(1, Optional.of(MARCH)));
    host.pass(Duration.ofSeconds(2));
    assertThat(host.status("film").publishAt()).contains(JANUARY);
    assertThat(host.status("film").unpublishAt()).contains(MARCH);
    assertThat(host.status("film").plan()).isEqualTo(before.plan()).isPresent();
    assertThat(host.status("film").phases()).isEqualTo(before.phases());
  }

  @Test
  void dates_thatAreDropped_areGone() {
    host.submit(Samples.request("film").withDates(Optional.of(JANUARY), Optional.of(MARCH)));
    host.tell("film", new TitleMessage.PublishAt(1, Optional.empty()));
    host.tell("film", new TitleMessage.UnpublishAt(1, Optional.empty()));
    host.pass(Duration.ofSeconds(2));
    assertThat(host.status("film").publishAt()).isEmpty();
    assertThat(host.status("film").unpublishAt()).isEmpty();
  }

  @Test
  void unpublishAt_thatTookEffect_doesNotTakeOffWhatIsShownAgain() {
    host.submit(Samples.request("film").withDates(Optional.empty(), Optional.of(JANUARY)));
    host.work();
    host.tell("film", new TitleMessage.Unpublish(1));
    host.work();
    assertThat(host.status("film").phase()).isEqualTo(Phase.UNPUBLISHED);
    host.tell("film", new TitleMessage.Publish(1));
    host.work();
    assertThat(host.status("film").phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(host.status("film").unpublishAt()).isEmpty();
  }

  @Test
  void restore_ofDatesThatWereChanged_takesThoseOfTheStatus() {
    TestHost lost = TestHost.withFleet();
    lost.submit(Samples.request("film"));
    lost.work();
    lost.tell("film", new TitleMessage.UnpublishAt(1, Optional.of(MARCH)));
    lost.pass(Duration.ofSeconds(2));
    host.tell("film", new TitleMessage.Restore(Samples.request("film"), lost.status("film")));
    assertThat(host.status("film").unpublishAt()).contains(MARCH);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void submit_evenIfEveryMessageComesTwice_isPublishedOnce(boolean twice) {
    if (twice) {
      host.everyMessageTwice();
    }
    host.submit(Samples.request("film"));
    host.work();
    host.pass(Duration.ofSeconds(2));
    assertThat(host.notifiedPhases("film")).isEqualTo(WHOLE_WAY);
    assertThat(host.stores.tasks()).isEmpty();
    assertThat(host.messages(Task.class)).hasSize(2 + 4 + 4 + 1).doesNotHaveDuplicates();
    TitleStatus status = host.status("film");
    assertThat(status.phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(status.published()).contains(Samples.publication(1));
    assertThat(status.progress().encoded()).isEqualTo(4);
    assertThat(status.progress().packaged()).isEqualTo(4);
    assertThat(status.progress().parts()).isEqualTo(8);
    assertThat(status.progress().reusedParts()).isEqualTo(4);
    assertThat(status.progress().framesDone()).isEqualTo(1_500);
    assertThat(status.phases()).extracting(TitleStatus.Entered::phase).isEqualTo(WHOLE_WAY);
    assertThat(host.messages(Notification.class))
        .extracting(Notification::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void submit_theSameRequestLater_isTheSameTitle() {
    host.submit(Samples.request("film"));
    host.submit(Samples.request("film"));
    host.work();
    host.submit(Samples.request("film"));
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
    assertThat(host.stores.title("film").state().submission().version()).isEqualTo(1);
    assertThat(host.deadLetters()).isEmpty();
  }

  @Test
  void submit_anotherRequestWhileBusy_isRefusedInWords() {
    host.submit(Samples.request("film"));
    host.submit(other("film", Lane.EXPRESS));
    assertThat(host.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.kind()).isEqualTo(FailureKind.USAGE_INVALID);
              assertThat(letter.message()).contains("film").contains("being made");
              assertThat(letter.replay()).isEqualTo("reelway submit s3://masters/film.mov");
            });
    host.work();
    assertThat(host.stores.title("film").state().submission().version()).isEqualTo(1);
  }

  @Test
  void submit_anotherRequestAtRest_makesVersion2InItsOwnLane() {
    host.submit(Samples.request("film"));
    host.work();
    host.submit(other("film", Lane.EXPRESS));
    Task encode = host.workUntil(Step.ENCODE);
    assertThat(encode.id().version()).isEqualTo(2);
    assertThat(encode.lane()).isEqualTo(Lane.EXPRESS);
    assertThat(encode.requestId()).isEqualTo(other("film", Lane.EXPRESS).requestId());
    host.claim(encode, "encoder@1");
    host.succeed(encode, "encoder@1");
    host.work();
    assertThat(host.status("film").published()).contains(Samples.publication(2));
    assertThat(host.status("film").progress().parts()).isEqualTo(8);
  }

  @Test
  void submit_fromAnotherTenant_isRefused() {
    host.submit(Samples.request("film"));
    host.work();
    host.submit(Samples.request("film", "rival", Lane.STANDARD, "v2", false, false));
    assertThat(host.stores.title("film").state().submission().version()).isEqualTo(1);
    assertThat(host.deadLetters()).extracting(DeadLetter::tenant).containsExactly("rival");
  }

  @Test
  void describe_ofATitle_isToldAndMakesNothingAnew() {
    host.submit(Samples.request("film"));
    host.work();
    TitleStatus before = host.status("film");
    host.tell("film", new TitleMessage.Describe("Another name", Map.of("k", "v")));
    host.pass(Duration.ofSeconds(2));
    TitleStatus now = host.status("film");
    assertThat(now.name()).isEqualTo("Another name");
    assertThat(now.metadata()).containsExactly(Map.entry("k", "v"));
    assertThat(now.plan()).isEqualTo(before.plan());
    assertThat(now.phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(host.queued).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void correct_whatWaitsForItsStart_plansOnceMoreAndWaits(boolean twice) {
    if (twice) {
      host.everyMessageTwice();
    }
    host.submit(Samples.request("film", "north", Lane.STANDARD, "v1", true, false));
    host.work();
    assertThat(host.status("film").phase()).isEqualTo(Phase.AWAITING_START);
    TitleRequest other = Samples.request("film", "north", Lane.STANDARD, "v2", true, false);
    host.tell("film", new TitleMessage.Correct(1, other));
    Task plan = host.begin(Step.PLAN);
    assertThat(plan.requestId()).isEqualTo(other.requestId());
    host.succeed(plan, host.executor(Step.PLAN));
    TitleStatus now = host.status("film");
    assertThat(now.phase()).isEqualTo(Phase.AWAITING_START);
    assertThat(now.requestId()).isEqualTo(other.requestId());
    assertThat(now.version()).isEqualTo(1);
    assertThat(now.masterSummary()).isNotEmpty();
    assertThat(now.plan()).isPresent();
    host.tell("film", new TitleMessage.Start(1));
    host.work();
    assertThat(host.status("film").phase()).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void correct_whatRuns_changesNothing() {
    host.submit(Samples.request("film"));
    host.workUntil(Step.ENCODE);
    TitleStatus before = host.status("film");
    host.tell(
        "film",
        new TitleMessage.Correct(
            1, Samples.request("film", "north", Lane.STANDARD, "v2", true, false)));
    host.pass(Duration.ofSeconds(2));
    assertThat(host.status("film").requestId()).isEqualTo(before.requestId());
    assertThat(host.status("film").phase()).isEqualTo(Phase.ENCODING);
  }

  @Test
  void start_ofATitleThatWaitsForIt_encodes() {
    host.submit(Samples.request("film", "studio", Lane.STANDARD, "v1", true, false));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.AWAITING_START);
    host.restart();
    host.join("encoder@1", Pool.ENCODE, Samples.BUILD, 4);
    host.tell("film", new TitleMessage.Start(1));
    assertThat(host.phase("film")).isEqualTo(Phase.ENCODING);
    host.pass(TestHost.HEARTBEAT);
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void publish_ofATitleThatWaitsForIt_publishes() {
    host.submit(Samples.request("film", "studio", Lane.STANDARD, "v1", false, true));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.AWAITING_PUBLISH);
    host.tell("film", new TitleMessage.Publish(1));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void rollBackAndUnpublish_ofAPublishedTitle_flipWhatIsPublic() {
    host.submit(Samples.request("film"));
    host.work();
    host.submit(other("film", Lane.STANDARD));
    host.work();
    host.tell("film", new TitleMessage.RollBack(1));
    Task task = host.take(Step.ROLL_BACK);
    assertThat(task.targetVersion()).isEqualTo(1);
    host.claim(task, "publisher@1");
    host.succeed(task, "publisher@1");
    assertThat(host.status("film").published()).contains(Samples.publication(1));
    host.tell("film", new TitleMessage.Unpublish(2));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.UNPUBLISHED);
    assertThat(host.status("film").published()).isEmpty();
    host.tell("film", new TitleMessage.RollBack(2));
    host.work();
    assertThat(host.status("film").published()).contains(Samples.publication(2));
  }

  @Test
  void rollBack_afterALatePublication_isNotUndoneByTheAttemptThatReplacedIt() {
    host.submit(Samples.request("film"));
    Task slow = host.workUntil(Step.PUBLISH);
    host.claim(slow, "publisher@1");
    host.vanish("publisher@1");
    host.join("publisher@2", Pool.PUBLISH, "", 1);
    Task again = host.take(Step.PUBLISH);
    host.claim(again, "publisher@2");
    host.fail(again, "publisher@2", FailureKind.ENCODER_CRASHED);
    host.pass(Duration.ofSeconds(6));
    Task second = host.begin(Step.PUBLISH);
    assertThat(second.id().attempt()).isEqualTo(2);
    host.succeed(slow, "publisher@1");
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
    assertThat(host.controls()).endsWith(new Control.StopTask(second.id()));
    host.tell("film", new TitleMessage.Unpublish(1));
    assertThat(host.poll(Step.UNPUBLISH)).as("while the other may still publish").isEmpty();
    host.giveBack(second, "publisher@2");
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.UNPUBLISHED);
    assertThat(host.stores.tasks()).isEmpty();
  }

  @Test
  void retry_ofAFailedTitle_encodesAndCountsAnew() {
    host.submit(Samples.request("film"));
    Task first = host.workUntil(Step.ENCODE);
    host.claim(first, "encoder@1");
    host.fail(first, "encoder@1", FailureKind.MASTER_DAMAGED);
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.FAILED);
    host.tell("film", new TitleMessage.Retry(1));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
    assertThat(host.status("film").progress().parts()).isEqualTo(8);
    assertThat(host.status("film").run()).isEqualTo(2);
  }

  @Test
  void failure_ofTheTitle_isBuriedOnceWithItsReplay() {
    host.everyMessageTwice().submit(Samples.request("film"));
    Task first = host.workUntil(Step.ENCODE);
    host.claim(first, "encoder@1");
    host.fail(first, "encoder@1", FailureKind.MASTER_DAMAGED);
    host.work();
    assertThat(host.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.id()).isEqualTo("film-1-1");
              assertThat(letter.kind()).isEqualTo(FailureKind.MASTER_DAMAGED);
              assertThat(letter.message()).isEqualTo("It did not work.");
              assertThat(letter.task()).contains(first.id());
              assertThat(letter.workerId()).isEqualTo("encoder@1");
              assertThat(letter.run()).isEqualTo(1);
              assertThat(letter.replay()).isEqualTo("reelway retry film");
            });
  }

  @Test
  void refusalByTheGate_holdsTheTitleAndIsBuried() {
    host.submit(Samples.request("film"));
    Task publish = host.workUntil(Step.PUBLISH);
    host.claim(publish, "publisher@1");
    host.fail(publish, "publisher@1", FailureKind.INVARIANT_BROKEN);
    assertThat(host.phase("film")).isEqualTo(Phase.HELD);
    assertThat(host.deadLetters()).hasSize(1);
    host.tell("film", new TitleMessage.Retry(1));
    host.work();
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void restore_ofATitleThatIsNotKnown_takesItUpOnce() {
    host.submit(Samples.request("film"));
    host.work();
    TitleStatus status = host.status("film");
    TestHost empty = TestHost.withFleet().everyMessageTwice();
    empty.tell("film", new TitleMessage.Restore(Samples.request("film"), status));
    assertThat(empty.status("film").phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(empty.status("film").published()).isEqualTo(status.published());
    empty.submit(other("film", Lane.BULK));
    empty.work();
    assertThat(empty.status("film").published()).contains(Samples.publication(2));
  }

  @Test
  void restore_ofATitleInTheMaking_isTriedAgainOnWish() {
    host.submit(Samples.request("film"));
    host.workUntil(Step.ENCODE);
    TitleStatus status = host.status("film");
    assertThat(status.phase()).isEqualTo(Phase.ENCODING);
    TestHost empty = TestHost.withFleet();
    empty.tell("film", new TitleMessage.Restore(Samples.request("film"), status));
    empty.tell("film", new TitleMessage.Retry(status.run()));
    empty.work();
    assertThat(empty.phase("film")).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void restart_atEveryPoint_comesToTheSameEnd() {
    host.submit(Samples.request("film"));
    for (int step = 0; step < 2 + 4 + 4 + 1; step++) {
      Task task = host.begin(host.queued.get(0).id().step());
      host.restart();
      for (Step any : Step.values()) {
        host.beat(host.executor(any));
      }
      host.succeed(task, host.executor(task.id().step()));
      host.restart();
      for (Step any : Step.values()) {
        host.beat(host.executor(any));
      }
    }
    assertThat(host.phase("film")).isEqualTo(Phase.PUBLISHED);
    assertThat(host.messages(Task.class)).doesNotHaveDuplicates();
    assertThat(host.stores.tasks()).isEmpty();
  }

  @Test
  void probe_isAnswered() {
    host.tell("", new TitleMessage.Probe("probe-7"));
    assertThat(host.controls()).endsWith(new Control.Alive("probe-7"));
  }

  @Test
  void backlog_countsWhatIsToBeDone() {
    host.submit(Samples.request("film"));
    Task first = host.workUntil(Step.ENCODE);
    host.claim(first, "encoder@1");
    host.succeed(first, "encoder@1");
    FleetLoad load = host.backlog();
    assertThat(load.tasks()).containsEntry(Lane.STANDARD, 3);
    assertThat(load.cpuSeconds()).containsEntry(Lane.STANDARD, 135.0);
    assertThat(load.titles()).containsEntry(Phase.ENCODING, 1);
    assertThat(load.slots()).containsEntry(Pool.ENCODE, 4);
    assertThat(load.tasksInFlight()).isEqualTo(4);
  }

  private static TitleRequest other(String titleId, Lane lane) {
    return Samples.request(titleId, "studio", lane, "v2", false, false);
  }
}
