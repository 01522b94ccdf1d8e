package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.work.TaskRef;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the tasks of a plan are: two bits per task, and a line only for tasks that failed.
 *
 * @param plan what is to be done
 * @param encoded tasks whose work objects lie in storage
 * @param packaged tasks whose segments lie in storage
 * @param repeated tasks that had to be tried again
 * @param keepsTracks whether some tracks were finished for an earlier plan, so that not all of this
 *     one can be encoded
 */
public record Work(
    PlanSummary plan,
    TaskBits encoded,
    TaskBits packaged,
    List<TaskAttempt> repeated,
    boolean keepsTracks) {

  /** Defensive copy. */
  public Work {
    repeated = List.copyOf(repeated);
  }

  static Work of(PlanSummary plan) {
    return of(plan, List.of());
  }

  /** The work of a plan whose {@code finished} tasks need not be done. */
  static Work of(PlanSummary plan, List<TaskRef> finished) {
    TaskBits bits = TaskBits.NONE;
    for (TaskRef task : finished) {
      bits = bits.with(plan.index(task), true);
    }
    return new Work(plan, bits, bits, List.of(), !finished.isEmpty());
  }

  /** Whether the work objects of {@code task} lie in storage. */
  public boolean isEncoded(TaskRef task) {
    return encoded.has(plan.index(task));
  }

  /** Whether the segments of {@code task} lie in storage. */
  public boolean isPackaged(TaskRef task) {
    return packaged.has(plan.index(task));
  }

  /** How many picture chunks are encoded. */
  public int encodedChunks() {
    return encoded.countBelow(plan.videoChunks());
  }

  /** Whether nothing is left to encode. */
  boolean isAllEncoded() {
    return encoded.count() == plan.taskCount();
  }

  boolean isComplete() {
    return packaged.count() == plan.taskCount();
  }

  /** The attempt that counts; {@code first} for a task that never failed. */
  public TaskAttempt attempt(TaskRef task, int first) {
    return repeated.stream()
        .filter(attempt -> attempt.task().equals(task))
        .findFirst()
        .orElseGet(() -> new TaskAttempt(task, first, first, 0));
  }

  Work withEncoded(TaskRef task, boolean value) {
    return new Work(plan, encoded.with(plan.index(task), value), packaged, repeated, keepsTracks);
  }

  /** A packaged task needs no attempts any more. */
  Work withPackaged(TaskRef task) {
    return new Work(
        plan, encoded, packaged.with(plan.index(task), true), without(task), keepsTracks);
  }

  /** Nothing is packaged any more. */
  Work unpackaged() {
    return new Work(plan, encoded, TaskBits.NONE, repeated, keepsTracks);
  }

  Work withAttempt(TaskAttempt attempt) {
    List<TaskAttempt> all = without(attempt.task());
    all.add(attempt);
    return new Work(plan, encoded, packaged, all, keepsTracks);
  }

  /** The same progress with no attempts counted, for a new run. */
  Work withoutAttempts() {
    return new Work(plan, encoded, packaged, List.of(), keepsTracks);
  }

  private List<TaskAttempt> without(TaskRef task) {
    List<TaskAttempt> others = new ArrayList<>(repeated);
    others.removeIf(attempt -> attempt.task().equals(task));
    return others;
  }
}
