package dev.reelway.contracts.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the workflow says to executors; all of them read all of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "control")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Control.Granted.class, name = "Granted"),
  @JsonSubTypes.Type(value = Control.Refused.class, name = "Refused"),
  @JsonSubTypes.Type(value = Control.StopTask.class, name = "StopTask"),
  @JsonSubTypes.Type(value = Control.StopTitle.class, name = "StopTitle")
})
public sealed interface Control {

  /** The executor owns the attempt as long as it heartbeats. */
  record Granted(TaskId id, String workerId) implements Control {}

  /** Somebody else owns it, or it no longer counts: drop it. */
  record Refused(TaskId id, String workerId) implements Control {}

  /** The attempt no longer counts, whoever runs it: stop it. */
  record StopTask(TaskId id) implements Control {}

  /** Nothing of the title may go on. */
  record StopTitle(String titleId) implements Control {}
}
