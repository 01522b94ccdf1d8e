package dev.reelway.ingest.view;

import dev.reelway.contracts.failure.FailureKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What happened in one minute. */
final class MinuteTally {

  /** A fleet has fewer workers; should names ever change with each task, memory stays bounded. */
  private static final int MOST_WORKERS = 5_000;

  private final Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
  private final Map<String, WorkerTally> workers = new HashMap<>();
  private int tasks;
  private double mediaSeconds;

  /** A task was encoded, in no time if everything of it was found. */
  void encoded(String worker, double seconds, double tookSeconds) {
    tasks++;
    mediaSeconds += seconds;
    boolean made = tookSeconds > 0;
    note(worker, new WorkerTally(1, 0, made ? seconds : 0, tookSeconds));
  }

  /** An attempt failed; {@code worker} is empty if it is not shown with the worker. */
  void failed(FailureKind kind, String worker) {
    failures.merge(kind, 1, Integer::sum);
    if (!worker.isEmpty()) {
      note(worker, new WorkerTally(0, 1, 0, 0));
    }
  }

  private void note(String worker, WorkerTally tally) {
    if (workers.size() < MOST_WORKERS || workers.containsKey(worker)) {
      workers.merge(worker, tally, WorkerTally::plus);
    }
  }

  void forgetWorkers() {
    workers.clear();
  }

  int tasks() {
    return tasks;
  }

  double mediaSeconds() {
    return mediaSeconds;
  }

  Map<FailureKind, Integer> failures() {
    return Collections.unmodifiableMap(failures);
  }

  Map<String, WorkerTally> workers() {
    return Collections.unmodifiableMap(workers);
  }
}
