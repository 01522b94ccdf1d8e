package dev.reelway.contracts.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.reelway.contracts.failure.FailureKind;

/** What an executor says about a task it took. Every report may arrive twice and late. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "report")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskReport.Started.class, name = "Started"),
  @JsonSubTypes.Type(value = TaskReport.Succeeded.class, name = "Succeeded"),
  @JsonSubTypes.Type(value = TaskReport.Failed.class, name = "Failed"),
  @JsonSubTypes.Type(value = TaskReport.Stopped.class, name = "Stopped")
})
public sealed interface TaskReport {

  /** Which attempt. */
  TaskId id();

  /** Which executor. */
  String workerId();

  /** The claim: answered on the control topic with {@code Granted} or {@code Refused}. */
  record Started(TaskId id, String workerId) implements TaskReport {}

  /** The result lies in storage. */
  record Succeeded(TaskId id, String workerId, TaskOutcome outcome) implements TaskReport {}

  /** It failed; {@code message} is one plain sentence. */
  record Failed(TaskId id, String workerId, FailureKind kind, String message)
      implements TaskReport {}

  /** It was given back unfinished: the executor was told to stop, or drains. */
  record Stopped(TaskId id, String workerId) implements TaskReport {}
}
