package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.PlanSummary;
import dev.reelway.ingest.coordinate.TitleEvent;
import java.util.Optional;

/** Translates what executors say into events of the workflow. */
final class Answers {

  private Answers() {}

  /** The event of a success; empty for a task that the workflow does not know. */
  static Optional<TitleEvent> success(TaskId id, TaskOutcome outcome) {
    int attempt = id.attempt();
    if (outcome instanceof TaskOutcome.Inspected) {
      return Optional.of(new TitleEvent.Inspected(attempt));
    } else if (outcome instanceof TaskOutcome.Planned planned) {
      return Optional.of(
          new TitleEvent.Planned(attempt, summary(planned.plan()), planned.finished()));
    } else if (outcome instanceof TaskOutcome.Encoded) {
      return Optional.of(new TitleEvent.TaskEncoded(task(id), attempt));
    } else if (outcome instanceof TaskOutcome.Packaged) {
      return Optional.of(new TitleEvent.TaskPackaged(task(id), attempt));
    } else if (outcome instanceof TaskOutcome.Published published) {
      return Optional.of(
          switch (id.step()) {
            case ROLL_BACK -> new TitleEvent.RolledBack(attempt, published.publication());
            default -> new TitleEvent.Published(attempt, id.version(), published.publication());
          });
    }
    return switch (id.step()) {
      case UNPUBLISH -> Optional.of(new TitleEvent.Unpublished(attempt));
      case DISCARD -> Optional.of(new TitleEvent.Discarded(attempt));
      default -> Optional.empty();
    };
  }

  /** The event of a failure; empty for steps that are repeated until they succeed. */
  static Optional<TitleEvent> failure(TaskId id, TitleFailure failure) {
    int attempt = id.attempt();
    FailureKind kind = failure.kind();
    String message = failure.message();
    return switch (id.step()) {
      case INSPECT -> Optional.of(new TitleEvent.InspectionFailed(attempt, kind, message));
      case PLAN -> Optional.of(new TitleEvent.PlanningFailed(attempt, kind, message));
      case ENCODE -> Optional.of(new TitleEvent.TaskFailed(task(id), attempt, kind, message));
      case PACKAGE -> Optional.of(new TitleEvent.PackagingFailed(task(id), attempt, kind, message));
      case PUBLISH -> Optional.of(new TitleEvent.PublishFailed(attempt, kind, message));
      case ROLL_BACK, UNPUBLISH -> Optional.of(new TitleEvent.FlipFailed(attempt, kind, message));
      case DISCARD, ERASE -> Optional.empty();
    };
  }

  /** What is said of an attempt whose executors vanished one after the other. */
  static TitleFailure silence(TaskId id) {
    return new TitleFailure(
        FailureKind.ENCODER_STALLED, "The executors of " + name(id) + " fell silent repeatedly.");
  }

  /** A task for people: {@code chunk 12}. */
  static String name(TaskId id) {
    return id.task().map(TaskRef::words).orElseGet(() -> "step " + id.step());
  }

  private static TaskRef task(TaskId id) {
    return id.task().orElseThrow();
  }

  private static PlanSummary summary(PlanOutline plan) {
    return new PlanSummary(
        plan.planHash(),
        plan.engineBuild(),
        plan.videoChunks(),
        plan.audioTracks(),
        plan.textTracks());
  }
}
