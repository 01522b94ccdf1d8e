package dev.reelway.contracts.fleet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;
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

  /**
   * The plan lies in storage.
   *
   * @param finished tasks that need not be done: their tracks were finished for an earlier plan
   */
  record Planned(PlanOutline plan, List<TaskRef> finished) implements TaskOutcome {

    /** Defensive copy; earlier programs kept no tracks. */
    public Planned {
      finished = finished == null ? List.of() : List.copyOf(finished);
    }

    /** A plan of which everything is to be done. */
    public Planned(PlanOutline plan) {
      this(plan, List.of());
    }
  }

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
