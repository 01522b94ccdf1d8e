package dev.reelway.contracts.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the workflow says to executors; all of them read all of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "control")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Control.Granted.class, name = "Granted"),
  @JsonSubTypes.Type(value = Control.Refused.class, name = "Refused"),
  @JsonSubTypes.Type(value = Control.StopTask.class, name = "StopTask"),
  @JsonSubTypes.Type(value = Control.Alive.class, name = "Alive")
})
public sealed interface Control {

  /** The executor owns the attempt as long as it heartbeats. */
  record Granted(TaskId id, String workerId) implements Control {}

  /** Somebody else owns it, or it no longer counts: drop it. */
  record Refused(TaskId id, String workerId) implements Control {}

  /** The attempt no longer counts, whoever runs it: stop it. */
  record StopTask(TaskId id) implements Control {}

  /** The answer to a {@code Probe}: the workflow takes messages and commits. */
  record Alive(String id) implements Control {}
}
