package dev.reelway.ingest.coordinate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;
import java.util.List;

/**
 * Something that happened to a title. Every event may arrive twice and late; each carries what is
 * needed to recognise that. Time comes as events, too: the host watches leases and says {@link
 * TaskTimedOut}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TitleEvent.Submitted.class, name = "Submitted"),
  @JsonSubTypes.Type(value = TitleEvent.InspectionStarted.class, name = "InspectionStarted"),
  @JsonSubTypes.Type(value = TitleEvent.Inspected.class, name = "Inspected"),
  @JsonSubTypes.Type(value = TitleEvent.InspectionFailed.class, name = "InspectionFailed"),
  @JsonSubTypes.Type(value = TitleEvent.Planned.class, name = "Planned"),
  @JsonSubTypes.Type(value = TitleEvent.PlanningFailed.class, name = "PlanningFailed"),
  @JsonSubTypes.Type(value = TitleEvent.StartRequested.class, name = "StartRequested"),
  @JsonSubTypes.Type(value = TitleEvent.CorrectionRequested.class, name = "CorrectionRequested"),
  @JsonSubTypes.Type(value = TitleEvent.TaskEncoded.class, name = "TaskEncoded"),
  @JsonSubTypes.Type(value = TitleEvent.TaskFailed.class, name = "TaskFailed"),
  @JsonSubTypes.Type(value = TitleEvent.TaskTimedOut.class, name = "TaskTimedOut"),
  @JsonSubTypes.Type(value = TitleEvent.TaskPackaged.class, name = "TaskPackaged"),
  @JsonSubTypes.Type(value = TitleEvent.PackagingFailed.class, name = "PackagingFailed"),
  @JsonSubTypes.Type(value = TitleEvent.Published.class, name = "Published"),
  @JsonSubTypes.Type(value = TitleEvent.PublishFailed.class, name = "PublishFailed"),
  @JsonSubTypes.Type(value = TitleEvent.RetryRequested.class, name = "RetryRequested"),
  @JsonSubTypes.Type(value = TitleEvent.CancelRequested.class, name = "CancelRequested"),
  @JsonSubTypes.Type(value = TitleEvent.PublishRequested.class, name = "PublishRequested"),
  @JsonSubTypes.Type(value = TitleEvent.EngineGone.class, name = "EngineGone"),
  @JsonSubTypes.Type(value = TitleEvent.RollBackRequested.class, name = "RollBackRequested"),
  @JsonSubTypes.Type(value = TitleEvent.UnpublishRequested.class, name = "UnpublishRequested"),
  @JsonSubTypes.Type(value = TitleEvent.RolledBack.class, name = "RolledBack"),
  @JsonSubTypes.Type(value = TitleEvent.Unpublished.class, name = "Unpublished"),
  @JsonSubTypes.Type(value = TitleEvent.FlipFailed.class, name = "FlipFailed"),
  @JsonSubTypes.Type(value = TitleEvent.Discarded.class, name = "Discarded")
})
public sealed interface TitleEvent {

  /** Somebody wants a (new version of a) title. Ignored while a version is in the making. */
  record Submitted(Submission submission) implements TitleEvent {}

  /** The master is being read. */
  record InspectionStarted(int attempt) implements TitleEvent {}

  /** The inspection lies in storage. */
  record Inspected(int attempt) implements TitleEvent {}

  /** The master could not be inspected. */
  record InspectionFailed(int attempt, FailureKind kind, String message) implements TitleEvent {}

  /**
   * The plan lies in storage; its engine build is pinned from here on.
   *
   * @param finished tasks whose tracks were finished for an earlier plan and stay
   */
  record Planned(int attempt, PlanSummary plan, List<TaskRef> finished) implements TitleEvent {

    /** Defensive copy. */
    public Planned {
      finished = List.copyOf(finished);
    }

    /** A plan of which everything is to be done. */
    public Planned(int attempt, PlanSummary plan) {
      this(attempt, plan, List.of());
    }
  }

  /** No plan could be made. */
  record PlanningFailed(int attempt, FailureKind kind, String message) implements TitleEvent {}

  /** A person starts the planned version, or says beforehand that it need not wait. */
  record StartRequested(int version) implements TitleEvent {}

  /** A person wants the version that waits for its start planned otherwise. */
  record CorrectionRequested(Submission submission) implements TitleEvent {}

  /** The verified work objects of a chunk or sound track lie in storage. */
  record TaskEncoded(TaskRef task, int attempt) implements TitleEvent {}

  /** Encoding a task failed. */
  record TaskFailed(TaskRef task, int attempt, FailureKind kind, String message)
      implements TitleEvent {}

  /** The worker of a task fell silent. */
  record TaskTimedOut(TaskRef task, int attempt) implements TitleEvent {}

  /** The segments of a chunk or sound track lie in storage. */
  record TaskPackaged(TaskRef task, int attempt) implements TitleEvent {}

  /** Packaging a task failed or fell silent. */
  record PackagingFailed(TaskRef task, int attempt, FailureKind kind, String message)
      implements TitleEvent {}

  /**
   * The public manifests point to the version.
   *
   * @param version the submission that was published
   * @param publication what it is in storage, where versions of equal plans share a number
   */
  record Published(int attempt, int version, Publication publication) implements TitleEvent {}

  /** Publishing failed or fell silent, or the gate did not let the version pass. */
  record PublishFailed(int attempt, FailureKind kind, String message) implements TitleEvent {}

  /** A person wants to try again what failed or is held in run {@code run}. */
  record RetryRequested(int run) implements TitleEvent {}

  /** A person no longer wants the version. */
  record CancelRequested(int version) implements TitleEvent {}

  /**
   * A person or a date makes the finished version public.
   *
   * @param force whether a person wants it public though it breaks rules
   */
  record PublishRequested(int version, boolean force) implements TitleEvent {

    /** A version that must keep all rules. */
    public PublishRequested(int version) {
      this(version, false);
    }
  }

  /** No worker has the engine build {@code engineBuild} any more, but others are there. */
  record EngineGone(String engineBuild) implements TitleEvent {}

  /** A person wants an earlier publication back. */
  record RollBackRequested(int targetVersion) implements TitleEvent {}

  /** A person or a date takes submission {@code version} off. */
  record UnpublishRequested(int version) implements TitleEvent {}

  /** The public manifests point to the earlier version. */
  record RolledBack(int attempt, Publication publication) implements TitleEvent {}

  /** The public manifests are gone. */
  record Unpublished(int attempt) implements TitleEvent {}

  /** Rolling back or taking off failed. */
  record FlipFailed(int attempt, FailureKind kind, String message) implements TitleEvent {}

  /** {@code DiscardUnpublished} number {@code number} is done. */
  record Discarded(int number) implements TitleEvent {}
}
