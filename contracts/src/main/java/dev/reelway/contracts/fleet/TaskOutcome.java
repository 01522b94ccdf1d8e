package dev.reelway.contracts.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.title.Publication;
import java.util.List;

/** What an executor tells of a finished task; the result itself lies in storage. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskOutcome.Inspected.class, name = "Inspected"),
  @JsonSubTypes.Type(value = TaskOutcome.Planned.class, name = "Planned"),
  @JsonSubTypes.Type(value = TaskOutcome.Encoded.class, name = "Encoded"),
  @JsonSubTypes.Type(value = TaskOutcome.Packaged.class, name = "Packaged"),
  @JsonSubTypes.Type(value = TaskOutcome.Published.class, name = "Published"),
  @JsonSubTypes.Type(value = TaskOutcome.Done.class, name = "Done")
})
public sealed interface TaskOutcome {

  /**
   * The inspection lies in storage.
   *
   * @param summary the master in one line
   * @param findings what people should know
   */
  record Inspected(String summary, List<Finding> findings) implements TaskOutcome {
    /** Defensive copy. */
    public Inspected {
      findings = List.copyOf(findings);
    }
  }

  /** The plan lies in storage. */
  record Planned(PlanOutline plan) implements TaskOutcome {}

  /**
   * The parts lie in storage.
   *
   * @param parts work objects of the task
   * @param reusedParts how many of them were found instead of encoded
   * @param bytes size of all parts
   * @param seconds wall time of the work
   */
  record Encoded(int parts, int reusedParts, long bytes, double seconds) implements TaskOutcome {}

  /** The segments lie in storage. */
  record Packaged(int segments, long bytes) implements TaskOutcome {}

  /** The public manifests point to a version. */
  record Published(Publication publication) implements TaskOutcome {}

  /** Nothing more to say. */
  record Done() implements TaskOutcome {}
}
