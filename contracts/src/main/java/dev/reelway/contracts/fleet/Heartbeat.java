package dev.reelway.contracts.fleet;

import java.util.List;

/**
 * Every few seconds from every executor: that it lives, what it can take and what it does. It
 * renews the leases of all tasks that it names.
 *
 * @param workerId unique to the process
 * @param host machine or container, for people
 * @param pool what it takes
 * @param engineBuild what it encodes with; empty for pools that do not encode
 * @param slots tasks it runs at a time; 0 when it drains
 * @param running what it does now
 * @param residentBytes its own resident memory, children not counted
 */
public record Heartbeat(
    String workerId,
    String host,
    Pool pool,
    String engineBuild,
    int slots,
    List<Running> running,
    long residentBytes) {

  /** Defensive copy. */
  public Heartbeat {
    running = List.copyOf(running);
  }

  /**
   * A task being done.
   *
   * @param id which attempt
   * @param done frames, samples or bytes so far
   */
  public record Running(TaskId id, long done) {}
}
