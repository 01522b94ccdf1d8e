package dev.reelway.contracts.fleet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.reelway.contracts.work.TaskRef;
import java.util.Optional;

/**
 * Names one attempt at one piece of work; every message about it carries this.
 *
 * @param titleId the title
 * @param version the submission that it belongs to, from 1
 * @param step what is done
 * @param task the chunk or sound track, for {@code ENCODE} and {@code PACKAGE}
 * @param attempt from 1, rising through all runs of the title
 */
public record TaskId(String titleId, int version, Step step, Optional<TaskRef> task, int attempt) {

  /** The work without the attempt: {@code title/1/ENCODE/VIDEO_CHUNK-12}. */
  @JsonIgnore
  public String work() {
    String of = task.map(t -> "/" + t.kind() + "-" + t.number()).orElse("");
    return titleId + "/" + version + "/" + step + of;
  }

  /** The whole name: {@link #work} and the attempt. */
  @Override
  public String toString() {
    return work() + "/" + attempt;
  }
}
