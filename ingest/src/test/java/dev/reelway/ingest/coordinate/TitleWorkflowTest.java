package dev.reelway.ingest.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.TitleCommand.DiscardUnpublished;
import dev.reelway.ingest.coordinate.TitleCommand.EncodeTask;
import dev.reelway.ingest.coordinate.TitleCommand.InspectMaster;
import dev.reelway.ingest.coordinate.TitleCommand.PackageTask;
import dev.reelway.ingest.coordinate.TitleCommand.Publish;
import dev.reelway.ingest.coordinate.TitleCommand.RollBack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TitleWorkflowTest {

  private static final TaskRef CHUNK = TaskRef.chunk(1);

  @Test
  void taskFailed_threeTimes_backsOffThenFails() {
    TitleState state = TitleStates.encoding();
    Decision first = TitleWorkflow.apply(state, crashed(1));
    assertThat(first.commands())
        .containsExactly(new EncodeTask(CHUNK, 2, Duration.ofSeconds(5), 0, false));
    Decision second = TitleWorkflow.apply(first.state(), crashed(2));
    assertThat(second.commands())
        .containsExactly(new EncodeTask(CHUNK, 3, Duration.ofSeconds(10), 0, false));
    Decision third = TitleWorkflow.apply(second.state(), crashed(3));
    assertThat(third.state().phase()).isEqualTo(Phase.FAILED);
    assertThat(third.state().failure())
        .contains(new TitleFailure(FailureKind.ENCODER_CRASHED, "Gone."));
    assertThat(third.commands()).endsWith(new TitleCommand.StopTasks(), new DiscardUnpublished(1));
  }

  @Test
  void taskFailed_outOfMemoryTwice_asksForLargerWorkers() {
    TitleState state = TitleStates.encoding();
    for (int attempt = 1; attempt <= 2; attempt++) {
      Decision decision =
          TitleWorkflow.apply(
              state,
              new TitleEvent.TaskFailed(
                  CHUNK, attempt, FailureKind.ENCODER_OUT_OF_MEMORY, "Full."));
      assertThat(((EncodeTask) decision.commands().get(0)).memoryClass()).isEqualTo(attempt);
      state = decision.state();
    }
  }

  @Test
  void answers_ofStaleAttempts_changeNothing() {
    TitleState second = TitleStates.after(TitleStates.encoding(), crashed(1));
    for (TitleEvent stale : List.of(crashed(1), new TitleEvent.TaskEncoded(CHUNK, 1), crashed(3))) {
      assertThat(TitleWorkflow.apply(second, stale)).isEqualTo(Decision.nothing(second));
    }
  }

  @Test
  void taskPackaged_afterFailures_forgetsTheirCounters() {
    TitleState state =
        TitleStates.after(
            TitleStates.encoding(),
            crashed(1),
            new TitleEvent.TaskEncoded(CHUNK, 2),
            new TitleEvent.TaskPackaged(CHUNK, 1));
    assertThat(state.work().orElseThrow().repeated()).isEmpty();
    assertThat(state.work().orElseThrow().isPackaged(CHUNK)).isTrue();
  }

  @Test
  void packagingFailed_invalidChunk_encodesAfreshAndIgnoresTheOldResult() {
    TitleState encoded =
        TitleStates.after(TitleStates.encoding(), new TitleEvent.TaskEncoded(CHUNK, 1));
    Decision decision =
        TitleWorkflow.apply(
            encoded, new TitleEvent.PackagingFailed(CHUNK, 1, FailureKind.CHUNK_INVALID, "Wrong."));
    assertThat(decision.commands())
        .containsExactly(new EncodeTask(CHUNK, 2, Duration.ofSeconds(5), 0, true));
    assertThat(TitleWorkflow.apply(decision.state(), new TitleEvent.TaskEncoded(CHUNK, 1)))
        .isEqualTo(Decision.nothing(decision.state()));
    assertThat(
            TitleWorkflow.apply(decision.state(), new TitleEvent.TaskEncoded(CHUNK, 2)).commands())
        .containsExactly(new TitleCommand.PackageTask(CHUNK, 2, Duration.ZERO));
  }

  @Test
  void retry_ofFailed_waitsForCleanupThenKeepsThePlan() {
    TitleState waiting = TitleStates.after(TitleStates.failed(), new TitleEvent.RetryRequested(1));
    assertThat(waiting.phase()).isEqualTo(Phase.SUBMITTED);
    assertThat(TitleWorkflow.apply(waiting, new TitleEvent.Inspected(4)))
        .isEqualTo(Decision.nothing(waiting));
    Decision started = TitleWorkflow.apply(waiting, new TitleEvent.Discarded(1));
    assertThat(started.state().phase()).isEqualTo(Phase.ENCODING);
    assertThat(started.state().work().orElseThrow().plan()).isEqualTo(TitleStates.PLAN);
    assertThat(started.commands())
        .contains(new EncodeTask(CHUNK, 4, Duration.ZERO, 0, false))
        .hasSize(4);
    assertThat(TitleWorkflow.apply(started.state(), new TitleEvent.TaskEncoded(CHUNK, 1)))
        .isEqualTo(Decision.nothing(started.state()));
  }

  @Test
  void retry_afterCleanup_startsAtOnce() {
    TitleState clean = TitleStates.after(TitleStates.failed(), new TitleEvent.Discarded(1));
    Decision retried = TitleWorkflow.apply(clean, new TitleEvent.RetryRequested(1));
    assertThat(retried.state().phase()).isEqualTo(Phase.ENCODING);
    assertThat(retried.state().run()).isEqualTo(2);
    assertThat(retried.state().failure()).isEmpty();
  }

  @Test
  void retry_ofFailedInspection_inspectsAgain() {
    TitleState failed =
        TitleStates.after(
            TitleStates.initial(),
            new TitleEvent.Submitted(TitleStates.SUBMISSION),
            new TitleEvent.InspectionFailed(1, FailureKind.MASTER_MALFORMED, "Bad."),
            new TitleEvent.Discarded(1));
    Decision retried = TitleWorkflow.apply(failed, new TitleEvent.RetryRequested(1));
    assertThat(retried.commands()).contains(new InspectMaster(4, Duration.ZERO));
  }

  @Test
  void taskPackaged_lateAfterCancel_isRemovedAgain() {
    TitleState cancelled = TitleStates.all().get(Phase.CANCELLED);
    TitleEvent late = new TitleEvent.TaskPackaged(CHUNK, 1);
    TitleEvent discarded = new TitleEvent.Discarded(1);
    assertThat(TitleWorkflow.apply(TitleStates.after(cancelled, late), discarded).commands())
        .containsExactly(new DiscardUnpublished(2));
    assertThat(TitleWorkflow.apply(TitleStates.after(cancelled, discarded), late).commands())
        .containsExactly(new DiscardUnpublished(2));
  }

  @Test
  void cancel_whilePublishing_waitsForTheOutcome() {
    TitleState wished =
        TitleStates.after(TitleStates.publishing(), new TitleEvent.CancelRequested(1));
    assertThat(wished.phase()).isEqualTo(Phase.PUBLISHING);
    TitleEvent published = new TitleEvent.Published(1, 1, TitleStates.PUBLICATION);
    TitleEvent failed = new TitleEvent.PublishFailed(1, FailureKind.STORAGE_UNAVAILABLE, "Away.");
    TitleEvent held =
        new TitleEvent.PublishFailed(1, FailureKind.PACKAGE_INVALID, "A segment is missing.");
    assertThat(TitleStates.after(wished, published).phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(TitleStates.after(wished, failed).phase()).isEqualTo(Phase.CANCELLED);
    assertThat(TitleStates.after(wished, held).phase()).isEqualTo(Phase.CANCELLED);
    assertThat(TitleStates.after(wished, failed, published).phase()).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void publishFailed_threeTimes_isHeldAndMayBeRetried() {
    TitleState state = TitleStates.publishing();
    for (int attempt = 1; attempt <= 3; attempt++) {
      state =
          TitleStates.after(
              state,
              new TitleEvent.PublishFailed(attempt, FailureKind.STORAGE_UNAVAILABLE, "Away."));
    }
    assertThat(state.phase()).isEqualTo(Phase.HELD);
    assertThat(TitleWorkflow.apply(state, new TitleEvent.RetryRequested(1)).commands())
        .contains(new Publish(1, 4, Duration.ZERO));
  }

  @Test
  void retry_ofWhatTheGateHolds_packagesAllTasksAgain() {
    TitleState held = TitleStates.all().get(Phase.HELD);
    Decision again = TitleWorkflow.apply(held, new TitleEvent.RetryRequested(1));
    assertThat(again.state().phase()).isEqualTo(Phase.ENCODING);
    assertThat(again.state().work().orElseThrow().isAllEncoded()).isTrue();
    assertThat(again.commands().stream().filter(c -> c instanceof PackageTask))
        .hasSize(held.work().orElseThrow().plan().taskCount());
  }

  @Test
  void publish_ofWhatTheGateHolds_needsForce() {
    TitleState held = TitleStates.all().get(Phase.HELD);
    assertThat(TitleWorkflow.apply(held, new TitleEvent.PublishRequested(1)).commands()).isEmpty();
    assertThat(TitleWorkflow.apply(held, new TitleEvent.PublishRequested(1, true)).commands())
        .contains(new Publish(1, 4, Duration.ZERO, true));
  }

  @Test
  void publish_ofWhatWasTakenOff_showsTheVersionThatWasPublic() {
    TitleState shown =
        TitleStates.after(
            TitleStates.all().get(Phase.PUBLISHED),
            new TitleEvent.RollBackRequested(7),
            new TitleEvent.RolledBack(4, TitleStates.EARLIER),
            new TitleEvent.UnpublishRequested(1),
            new TitleEvent.Unpublished(7));
    assertThat(shown.phase()).isEqualTo(Phase.UNPUBLISHED);
    Decision again = TitleWorkflow.apply(shown, new TitleEvent.PublishRequested(1));
    assertThat(again.commands()).contains(new RollBack(7, 10, Duration.ZERO));
    assertThat(again.state().phase()).isEqualTo(Phase.ROLLING_BACK);
  }

  @Test
  void rollBack_whileARemovalIsOnItsWay_happensAfterwards() {
    TitleState wished =
        TitleStates.after(failedSecondVersion(), new TitleEvent.RollBackRequested(7));
    assertThat(wished.phase()).isEqualTo(Phase.FAILED);
    Decision cleaned = TitleWorkflow.apply(wished, new TitleEvent.Discarded(1));
    assertThat(cleaned.state().phase()).isEqualTo(Phase.ROLLING_BACK);
    assertThat(cleaned.commands()).contains(new RollBack(7, 7, Duration.ZERO));
  }

  @Test
  void unpublish_whileARemovalIsOnItsWay_happensAfterwards() {
    TitleState wished =
        TitleStates.after(failedSecondVersion(), new TitleEvent.UnpublishRequested(2));
    Decision cleaned = TitleWorkflow.apply(wished, new TitleEvent.Discarded(1));
    assertThat(cleaned.state().phase()).isEqualTo(Phase.UNPUBLISHING);
  }

  private static TitleState failedSecondVersion() {
    return TitleStates.after(
        TitleStates.all().get(Phase.PUBLISHED),
        new TitleEvent.Submitted(new Submission(2, "m", "default", false, false)),
        new TitleEvent.InspectionFailed(4, FailureKind.MASTER_MALFORMED, "Bad."));
  }

  @Test
  void submitted_newVersion_onlyAfterTheLastIsOver() {
    TitleEvent next = new TitleEvent.Submitted(new Submission(2, "m", "default", false, false));
    TitleState encoding = TitleStates.encoding();
    assertThat(TitleWorkflow.apply(encoding, next)).isEqualTo(Decision.nothing(encoding));
    TitleState published = TitleStates.all().get(Phase.PUBLISHED);
    TitleState second = TitleStates.after(published, next);
    assertThat(second.phase()).isEqualTo(Phase.SUBMITTED);
    assertThat(second.published()).map(Publication::version).contains(1);
    assertThat(second.work()).isEmpty();
  }

  @Test
  void start_beforeThePlan_needsNoWaiting() {
    TitleState state =
        TitleStates.after(
            TitleStates.initial(),
            new TitleEvent.Submitted(TitleStates.AWAITING),
            new TitleEvent.StartRequested(1),
            new TitleEvent.Inspected(1),
            new TitleEvent.Planned(1, TitleStates.PLAN));
    assertThat(state.phase()).isEqualTo(Phase.ENCODING);
  }

  @Test
  void engineGone_withAFinishedTrack_plansAgainAndEncodesOnlyTheRest() {
    TitleState state = TitleStates.after(TitleStates.soundIsFinished(), crashed(1));
    Decision gone = TitleWorkflow.apply(state, new TitleEvent.EngineGone("build-1"));
    assertThat(gone.state().phase()).isEqualTo(Phase.PLANNING);
    assertThat(gone.commands())
        .containsExactly(
            new TitleCommand.ReportStatus(Phase.PLANNING, Optional.empty()),
            new TitleCommand.StopTasks(),
            new TitleCommand.MakePlan(4, Duration.ZERO));

    Decision planned = TitleWorkflow.apply(gone.state(), TitleStates.PLANNED_AGAIN);
    assertThat(planned.commands())
        .containsExactly(
            new TitleCommand.ReportStatus(Phase.ENCODING, Optional.empty()),
            new EncodeTask(TaskRef.chunk(0), 4, Duration.ZERO, 0, false),
            new EncodeTask(TaskRef.chunk(1), 4, Duration.ZERO, 0, false));
    TitleState whole =
        TitleStates.after(
            planned.state(),
            new TitleEvent.TaskEncoded(TaskRef.chunk(0), 4),
            new TitleEvent.TaskEncoded(TaskRef.chunk(1), 4),
            new TitleEvent.TaskPackaged(TaskRef.audio(0), 1),
            new TitleEvent.TaskPackaged(TaskRef.chunk(0), 4),
            new TitleEvent.TaskPackaged(TaskRef.chunk(0), 4));
    assertThat(whole.phase()).isEqualTo(Phase.ENCODING);
    assertThat(TitleStates.after(whole, new TitleEvent.TaskPackaged(TaskRef.chunk(1), 4)).phase())
        .isEqualTo(Phase.PUBLISHING);
  }

  @Test
  void engineGone_whenAllIsEncoded_onlyPackagingGoesOn() {
    TitleState state =
        TitleStates.after(
            TitleStates.soundIsFinished(),
            new TitleEvent.TaskEncoded(TaskRef.chunk(0), 1),
            new TitleEvent.TaskEncoded(TaskRef.chunk(1), 1));
    TitleEvent gone = new TitleEvent.EngineGone("build-1");
    assertThat(TitleWorkflow.apply(state, gone)).isEqualTo(Decision.nothing(state));
    TitleState again =
        TitleStates.after(
            state,
            new TitleEvent.PackagingFailed(
                TaskRef.chunk(0), 1, FailureKind.CHUNK_INVALID, "It is gone."));
    assertThat(TitleStates.after(again, gone).phase()).isEqualTo(Phase.PLANNING);
  }

  @Test
  void planned_withEverythingFinished_publishes() {
    TitleState again =
        TitleStates.after(TitleStates.encoding(), new TitleEvent.EngineGone("build-1"));
    TitleEvent planned =
        new TitleEvent.Planned(4, TitleStates.PLAN, TitleStates.PLAN.tasks().toList());
    assertThat(TitleStates.after(again, planned).phase()).isEqualTo(Phase.PUBLISHING);
  }

  @Test
  void retry_ofAPlanThatKeptTracks_plansAnewForTheyAreRemoved() {
    TitleState failed =
        TitleStates.after(
            TitleStates.soundIsFinished(),
            new TitleEvent.EngineGone("build-1"),
            TitleStates.PLANNED_AGAIN,
            new TitleEvent.TaskFailed(CHUNK, 4, FailureKind.MASTER_DAMAGED, "Broken."),
            new TitleEvent.Discarded(1));
    assertThat(failed.phase()).isEqualTo(Phase.FAILED);
    Decision retried = TitleWorkflow.apply(failed, new TitleEvent.RetryRequested(2));
    assertThat(retried.commands()).endsWith(new TitleCommand.InspectMaster(7, Duration.ZERO));
    assertThat(retried.state().work()).isEmpty();
  }

  @Test
  void state_asJson_comesBackAndStaysSmall() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
    List<TitleState> states = new ArrayList<>(TitleStates.all().values());
    states.add(
        TitleStates.after(
            TitleStates.encoding(),
            new TitleEvent.EngineGone("build-1"),
            TitleStates.PLANNED_AGAIN));
    for (TitleState state : states) {
      String text = json.writeValueAsString(state);
      assertThat(json.readValue(text, TitleState.class)).isEqualTo(state);
    }
    TitleState state =
        TitleStates.after(
            TitleStates.initial(),
            new TitleEvent.Submitted(TitleStates.SUBMISSION),
            new TitleEvent.Inspected(1),
            new TitleEvent.Planned(1, new PlanSummary("p1", "build-1", 1000, 2, 1)));
    for (int chunk = 0; chunk < 1000; chunk++) {
      state = TitleStates.after(state, new TitleEvent.TaskEncoded(TaskRef.chunk(chunk), 1));
    }
    assertThat(json.writeValueAsString(state).length()).isLessThan(800);
  }

  @Test
  void event_asJson_comesBack() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
    for (TitleEvent event : List.of(crashed(1), new TitleEvent.Submitted(TitleStates.SUBMISSION))) {
      String text = json.writerFor(TitleEvent.class).writeValueAsString(event);
      assertThat(json.readValue(text, TitleEvent.class)).isEqualTo(event);
    }
  }

  private static TitleEvent crashed(int attempt) {
    return new TitleEvent.TaskFailed(CHUNK, attempt, FailureKind.ENCODER_CRASHED, "Gone.");
  }
}
