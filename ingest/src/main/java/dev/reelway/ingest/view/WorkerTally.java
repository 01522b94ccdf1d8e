package dev.reelway.ingest.view;

/**
 * What a worker did.
 *
 * @param tasks encoded
 * @param failures attempts that failed
 * @param mediaSeconds of picture in the tasks that it really encoded
 * @param busySeconds that these took
 */
public record WorkerTally(int tasks, int failures, double mediaSeconds, double busySeconds) {

  /** Both together. */
  WorkerTally plus(WorkerTally other) {
    return new WorkerTally(
        tasks + other.tasks,
        failures + other.failures,
        mediaSeconds + other.mediaSeconds,
        busySeconds + other.busySeconds);
  }

  /** Seconds of title per second of work in all rungs together; 0 if unknown. */
  public double speed() {
    return busySeconds > 0 ? mediaSeconds / busySeconds : 0;
  }
}
