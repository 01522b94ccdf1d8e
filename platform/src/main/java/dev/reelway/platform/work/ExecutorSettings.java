package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Pool;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;

/**
 * Who an executor is and how it behaves.
 *
 * @param pool whose tasks it takes
 * @param engineBuild what it encodes with; empty for pools that do not encode
 * @param workerId unique to the process
 * @param host machine or container, for people
 * @param slots tasks it runs at a time
 * @param heartbeat how often it says that it lives
 * @param answer how long it waits for the answer to a claim before it claims again
 * @param grace how long {@link TaskExecutor#drain} lets running tasks go on
 * @param stop how long a task that is told to stop may take until it is given up
 */
public record ExecutorSettings(
    Pool pool,
    String engineBuild,
    String workerId,
    String host,
    int slots,
    Duration heartbeat,
    Duration answer,
    Duration grace,
    Duration stop) {

  private static final int ID_DIGITS = 8;

  /** Checks the limit. */
  public ExecutorSettings {
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be at least 1");
    }
  }

  /** The usual behaviour, on this machine. */
  public static ExecutorSettings of(Pool pool, String engineBuild, int slots) {
    String host = thisHost();
    String id = UUID.randomUUID().toString().substring(0, ID_DIGITS);
    return new ExecutorSettings(
        pool,
        engineBuild,
        host + "-" + id,
        host,
        slots,
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Duration.ofSeconds(10));
  }

  /**
   * The same executor under a name that outlives the process: when it comes back, the workflow
   * knows that what it did before is lost, and need not wait for leases to end.
   *
   * @param name unique among executors that live at the same time
   */
  public ExecutorSettings named(String name) {
    String incarnation = name + "@" + System.currentTimeMillis();
    return new ExecutorSettings(
        pool, engineBuild, incarnation, host, slots, heartbeat, answer, grace, stop);
  }

  /** The same executor with another time to drain. */
  public ExecutorSettings withGrace(Duration other) {
    return new ExecutorSettings(
        pool, engineBuild, workerId, host, slots, heartbeat, answer, other, stop);
  }

  /** The same executor that says more or less often that it lives. */
  public ExecutorSettings withHeartbeat(Duration other) {
    return new ExecutorSettings(
        pool, engineBuild, workerId, host, slots, other, answer, grace, stop);
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
