package dev.reelway.contracts.fleet;

import dev.reelway.contracts.failure.FailureKind;
import java.util.Optional;

/**
 * What could not be done, kept so that somebody can look at it and have it done again.
 *
 * @param id names it for {@code show} and {@code replay}
 * @param at ISO 8601
 * @param kind what happened
 * @param message one plain sentence
 * @param tenant whose, empty for a record that was not understood
 * @param task the attempt that was the last; absent for a record of the ingest topic
 * @param workerId who made it, may be empty
 * @param run the run of the title that failed, to be handed back on replay
 * @param source topic, partition and offset of a record that was not understood, else empty
 * @param payload that record as it came, else empty
 * @param replay the command that tries again
 */
public record DeadLetter(
    String id,
    String at,
    FailureKind kind,
    String message,
    String tenant,
    Optional<TaskId> task,
    String workerId,
    int run,
    String source,
    String payload,
    String replay) {}
