package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskReport;
import java.util.Optional;

/** Watches an executor at work: where metrics, traces and log fields are attached. */
public interface TaskObserver {

  /** Watches nothing. */
  TaskObserver NONE = (task, traceparent) -> report -> {};

  /**
   * A task begins. Called by the thread that runs the handler, before it does.
   *
   * @param traceparent the trace that the task belongs to
   * @return is told the end
   */
  Watch started(Task task, Optional<String> traceparent);

  /** Watches one task. */
  interface Watch {
    /**
     * The task has ended. Called by the thread that ran the handler, after it did.
     *
     * @param report what is reported; absent if the claim was refused or the executor had already
     *     given the task up
     */
    void ended(Optional<TaskReport> report);
  }
}
