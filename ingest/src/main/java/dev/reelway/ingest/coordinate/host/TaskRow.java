package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Task;

/**
 * A task that is ordered and not finished. First attempts of encode tasks have no row before they
 * are handed out: they follow from the title's bits.
 *
 * @param task what is to be done
 * @param state where it stands
 * @param worker who holds the lease, empty before it was claimed
 * @param losses how often an executor vanished with this attempt
 * @param troubles how often this attempt met an outage that was not its fault
 * @param notBefore when a delayed task is due, in ms since 1970
 */
record TaskRow(Task task, State state, String worker, int losses, int troubles, long notBefore) {

  /** Where a task stands. */
  enum State {
    /** Waits for running tasks of its title to end. */
    BLOCKED,
    /** Waits for its time. */
    DELAYED,
    /** May be handed out. */
    READY,
    /** Lies on its queue. */
    QUEUED,
    /** An executor holds its lease. */
    RUNNING,
    /** An executor was told to stop it. */
    STOPPING
  }

  static TaskRow ready(Task task) {
    return new TaskRow(task, State.READY, "", 0, 0, 0);
  }

  static TaskRow blocked(Task task) {
    return new TaskRow(task, State.BLOCKED, "", 0, 0, 0);
  }

  static TaskRow delayed(Task task, long notBefore) {
    return new TaskRow(task, State.DELAYED, "", 0, 0, notBefore);
  }

  TaskRow in(State value) {
    return new TaskRow(task, value, worker, losses, troubles, notBefore);
  }

  TaskRow runningAt(String executor) {
    return new TaskRow(task, State.RUNNING, executor, losses, troubles, notBefore);
  }

  /** Ready again, after its executor vanished. */
  TaskRow lost() {
    return new TaskRow(task, State.READY, "", losses + 1, troubles, notBefore);
  }

  /** Delayed, after an outage. */
  TaskRow troubled(long until) {
    return new TaskRow(task, State.DELAYED, "", losses, troubles + 1, until);
  }

  /** Ready again, given back in good order. */
  TaskRow returned() {
    return new TaskRow(task, State.READY, "", losses, troubles, notBefore);
  }
}
