package dev.reelway.ingest.view;

import dev.reelway.contracts.failure.FailureKind;
import java.util.Optional;

/**
 * What executors last told of encoding a task.
 *
 * @param attempt which attempt
 * @param workerId who does or did it
 * @param startedMillis when it was begun, in milliseconds since 1970; 0 if that was not heard
 * @param running whether it was not heard to end
 * @param seconds what a finished attempt took, -1 if unknown
 * @param failure why the latest attempt that failed did
 */
public record TaskTrail(
    int attempt,
    String workerId,
    long startedMillis,
    boolean running,
    double seconds,
    Optional<FailureKind> failure) {

  private static final TaskTrail NONE = new TaskTrail(0, "", 0, false, -1, Optional.empty());

  static TaskTrail none() {
    return NONE;
  }

  TaskTrail started(int newAttempt, String worker, long atMillis) {
    return new TaskTrail(newAttempt, worker, atMillis, true, -1, failure);
  }

  TaskTrail succeeded(String worker, double tookSeconds) {
    return new TaskTrail(attempt, worker, startedMillis, false, tookSeconds, Optional.empty());
  }

  TaskTrail failed(String worker, FailureKind kind) {
    return new TaskTrail(attempt, worker, startedMillis, false, -1, Optional.of(kind));
  }

  TaskTrail stopped() {
    return new TaskTrail(attempt, workerId, startedMillis, false, -1, failure);
  }
}
