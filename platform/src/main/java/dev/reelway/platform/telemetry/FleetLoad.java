package dev.reelway.platform.telemetry;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.title.Phase;
import java.util.Map;

/**
 * The fleet as the workflow sees it at one moment: what there is to do and who is there to do it.
 *
 * @param backlog encode work by lane; a lane that is left out has none
 * @param pools executors by pool; a pool that is left out has none
 * @param titles how many stand in each phase; a phase that is left out has none
 */
public record FleetLoad(
    Map<Lane, Backlog> backlog, Map<Pool, PoolLoad> pools, Map<Phase, Integer> titles) {

  /** Defensive copies. */
  public FleetLoad {
    backlog = Map.copyOf(backlog);
    pools = Map.copyOf(pools);
    titles = Map.copyOf(titles);
  }

  /**
   * Encode work of a lane. Tasks count from the moment their title is planned, whether or not they
   * were put on a queue yet: dispatch goes by a small window, so the queues themselves say little.
   *
   * @param waitingTasks nobody has begun
   * @param waitingCpuSeconds what they are predicted to cost
   * @param runningTasks somebody is at it
   * @param runningCpuSeconds what those were predicted to cost as a whole
   */
  public record Backlog(
      int waitingTasks, double waitingCpuSeconds, int runningTasks, double runningCpuSeconds) {

    /** Nothing to do. */
    public static final Backlog NONE = new Backlog(0, 0, 0, 0);
  }

  /**
   * The executors of a pool that are heard of.
   *
   * @param executors processes
   * @param slots tasks that they can run at a time
   * @param inFlight tasks that they were granted
   */
  public record PoolLoad(int executors, int slots, int inFlight) {

    /** Nobody. */
    public static final PoolLoad NONE = new PoolLoad(0, 0, 0);
  }
}
