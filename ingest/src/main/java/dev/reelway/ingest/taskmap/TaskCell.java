package dev.reelway.ingest.taskmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.work.TaskKind;
import java.util.List;
import java.util.Optional;

/**
 * A task on the map. What is unknown is left out: thousands of cells go over the wire at once,
 * hence the short names, too.
 *
 * @param kind what it makes
 * @param number from 0
 * @param state where it stands
 * @param attempts begun in the run that had it last
 * @param worker of the latest attempt, an index into the map's workers
 * @param startedMillis when that began
 * @param seconds that the finished attempt took
 * @param done frames, samples or bytes so far
 * @param failure of the latest attempt that failed
 * @param bytes of each track
 * @param xpsnr of each track, in dB
 */
@JsonInclude(Include.NON_EMPTY)
public record TaskCell(
    @JsonProperty("k") String kind,
    @JsonProperty("n") int number,
    @JsonProperty("s") State state,
    @JsonProperty("a") Optional<Integer> attempts,
    @JsonProperty("w") Optional<Integer> worker,
    @JsonProperty("at") Optional<Long> startedMillis,
    @JsonProperty("t") Optional<Double> seconds,
    @JsonProperty("d") Optional<Long> done,
    @JsonProperty("f") Optional<FailureKind> failure,
    @JsonProperty("b") List<Long> bytes,
    @JsonProperty("x") List<Double> xpsnr) {

  /** Where a task stands. */
  public enum State {
    /** Not begun, or to be begun again. */
    @JsonProperty("W")
    WAITING,
    /** Somebody encodes it. */
    @JsonProperty("R")
    RUNNING,
    /** Its parts lie in storage. */
    @JsonProperty("E")
    ENCODED,
    /** Its segments lie in storage. */
    @JsonProperty("P")
    PACKAGED,
    /** It was given up. */
    @JsonProperty("F")
    FAILED
  }

  /** Defensive copies. */
  public TaskCell {
    bytes = List.copyOf(bytes);
    xpsnr = List.copyOf(xpsnr);
  }

  static String letter(TaskKind kind) {
    return switch (kind) {
      case VIDEO_CHUNK -> "V";
      case AUDIO_TRACK -> "A";
      case TEXT_TRACK -> "T";
    };
  }
}
