package dev.reelway.platform.telemetry;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.title.Phase;
import java.util.Map;

/**
 * The fleet as the workflow sees it at one moment: what there is to do and who is there to do it.
 * What a map leaves out is 0.
 *
 * @param tasks encode tasks not yet done, handed out or not: dispatch goes by a small window, so
 *     the queues themselves say little
 * @param cpuSeconds what they are predicted to cost
 * @param titles how many stand where
 * @param waitingTitles planned titles that wait to be admitted
 * @param tasksInFlight tasks handed out and not finished
 * @param executors processes that are heard of
 * @param slots tasks that they can run at a time
 */
public record FleetLoad(
    Map<Lane, Integer> tasks,
    Map<Lane, Double> cpuSeconds,
    Map<Phase, Integer> titles,
    int waitingTitles,
    int tasksInFlight,
    Map<Pool, Integer> executors,
    Map<Pool, Integer> slots) {

  /** Defensive copies. */
  public FleetLoad {
    tasks = Map.copyOf(tasks);
    cpuSeconds = Map.copyOf(cpuSeconds);
    titles = Map.copyOf(titles);
    executors = Map.copyOf(executors);
    slots = Map.copyOf(slots);
  }
}
