package dev.reelway.ingest.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every event in every phase; what changes nothing is not in the golden table. */
class TransitionTableTest {

  private static final TaskRef CHUNK_0 = TaskRef.chunk(0);
  private static final TaskRef CHUNK_1 = TaskRef.chunk(1);

  private static final List<TitleEvent> EVENTS =
      List.of(
          new TitleEvent.Submitted(TitleStates.SUBMISSION),
          new TitleEvent.Submitted(new Submission(2, "masters/new.mov", "default", false, false)),
          new TitleEvent.InspectionStarted(1),
          new TitleEvent.Inspected(1),
          new TitleEvent.Inspected(2),
          new TitleEvent.InspectionFailed(1, FailureKind.STORAGE_UNAVAILABLE, "Away."),
          new TitleEvent.InspectionFailed(1, FailureKind.MASTER_MALFORMED, "Bad."),
          new TitleEvent.Planned(1, TitleStates.PLAN),
          new TitleEvent.PlanningFailed(1, FailureKind.STORAGE_UNAVAILABLE, "Away."),
          new TitleEvent.PlanningFailed(1, FailureKind.LADDER_INVALID, "Bad."),
          new TitleEvent.StartRequested(1),
          new TitleEvent.CorrectionRequested(
              new Submission(1, "s3://m/film.mov", "other", true, false)),
          new TitleEvent.CorrectionRequested(
              new Submission(2, "s3://m/film.mov", "other", true, false)),
          new TitleEvent.TaskEncoded(CHUNK_1, 1),
          new TitleEvent.TaskEncoded(CHUNK_1, 2),
          new TitleEvent.TaskEncoded(TaskRef.chunk(2), 1),
          new TitleEvent.TaskEncoded(TaskRef.audio(0), 1),
          new TitleEvent.TaskFailed(CHUNK_1, 1, FailureKind.ENCODER_CRASHED, "Gone."),
          new TitleEvent.TaskFailed(CHUNK_1, 1, FailureKind.ENCODER_OUT_OF_MEMORY, "Full."),
          new TitleEvent.TaskFailed(CHUNK_1, 1, FailureKind.CHUNK_INVALID, "Wrong."),
          new TitleEvent.TaskFailed(CHUNK_1, 1, FailureKind.MASTER_DAMAGED, "Bad."),
          new TitleEvent.TaskFailed(CHUNK_1, 1, FailureKind.CANCELLED, "Stopped."),
          new TitleEvent.TaskTimedOut(CHUNK_1, 1),
          new TitleEvent.TaskPackaged(CHUNK_0, 1),
          new TitleEvent.TaskPackaged(CHUNK_1, 1),
          new TitleEvent.PackagingFailed(CHUNK_0, 1, FailureKind.STORAGE_UNAVAILABLE, "Away."),
          new TitleEvent.PackagingFailed(CHUNK_0, 1, FailureKind.CHUNK_INVALID, "Wrong."),
          new TitleEvent.PackagingFailed(CHUNK_0, 1, FailureKind.INVARIANT_BROKEN, "Bug."),
          new TitleEvent.Published(1, 1, TitleStates.PUBLICATION),
          new TitleEvent.PublishFailed(1, FailureKind.STORAGE_UNAVAILABLE, "Away."),
          new TitleEvent.PublishFailed(1, FailureKind.INVARIANT_BROKEN, "Bug."),
          new TitleEvent.PublishFailed(1, FailureKind.PACKAGE_INVALID, "A segment is missing."),
          new TitleEvent.RetryRequested(1),
          new TitleEvent.RetryRequested(2),
          new TitleEvent.CancelRequested(1),
          new TitleEvent.CancelRequested(2),
          new TitleEvent.PublishRequested(1),
          new TitleEvent.PublishRequested(1, true),
          new TitleEvent.EngineGone("build-1"),
          new TitleEvent.EngineGone("build-2"),
          new TitleEvent.RollBackRequested(1),
          new TitleEvent.RollBackRequested(7),
          new TitleEvent.UnpublishRequested(1),
          new TitleEvent.UnpublishRequested(2),
          new TitleEvent.RolledBack(4, TitleStates.EARLIER),
          new TitleEvent.Unpublished(4),
          new TitleEvent.FlipFailed(4, FailureKind.STORAGE_UNAVAILABLE, "Away."),
          new TitleEvent.FlipFailed(4, FailureKind.INVARIANT_BROKEN, "Bug."),
          new TitleEvent.Discarded(1));

  @Test
  void apply_everyEventInEveryPhase_matchesTable() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Map.Entry<Phase, TitleState> row : TitleStates.all().entrySet()) {
      assertThat(row.getValue().phase()).isEqualTo(row.getKey());
      table.append(row.getKey()).append('\n');
      for (TitleEvent event : EVENTS) {
        Decision decision = TitleWorkflow.apply(row.getValue(), event);
        if (!decision.state().equals(row.getValue()) || !decision.commands().isEmpty()) {
          table.append("  ").append(event).append('\n').append(consequences(decision));
        }
      }
    }
    Golden.assertMatches("coordinate/transitions.txt", table.toString());
  }

  @Test
  void apply_everyEventTwice_secondChangesNothing() {
    List<String> repeated = new ArrayList<>();
    for (TitleState state : TitleStates.all().values()) {
      for (TitleEvent event : EVENTS) {
        TitleState once = TitleWorkflow.apply(state, event).state();
        Decision twice = TitleWorkflow.apply(once, event);
        if (!twice.equals(Decision.nothing(once)) && !cleansUpAgain(twice)) {
          repeated.add(state.phase() + " " + event + " " + twice);
        }
      }
    }
    assertThat(repeated).isEmpty();
  }

  private static boolean cleansUpAgain(Decision decision) {
    return decision.state().phase().isGivenUp()
        && decision.commands().stream().allMatch(TitleCommand.DiscardUnpublished.class::isInstance);
  }

  private static String consequences(Decision decision) {
    String commands =
        decision.commands().stream()
            .filter(command -> !(command instanceof TitleCommand.ReportStatus))
            .map(command -> "      " + command + "\n")
            .collect(Collectors.joining());
    return "    → " + decision.state().phase() + "\n" + commands;
  }
}
