package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.title.Phase;
import java.util.Map;

/**
 * What there is to do and who is there to do it: the numbers that scaling goes by.
 *
 * @param tasksByLane encode tasks not yet done, of titles that may be encoded or wait for admission
 * @param cpuSecondsByLane what they are predicted to need on the reference machine
 * @param titlesByPhase how many titles stand where
 * @param waitingTitles titles that wait for admission
 * @param outstandingTasks tasks handed out and not finished
 * @param executorsByPool who is there
 * @param slotsByPool how much they can do at a time
 */
public record Backlog(
    Map<Lane, Integer> tasksByLane,
    Map<Lane, Double> cpuSecondsByLane,
    Map<Phase, Integer> titlesByPhase,
    int waitingTitles,
    int outstandingTasks,
    Map<Pool, Integer> executorsByPool,
    Map<Pool, Integer> slotsByPool) {

  /** Nothing to do, nobody there. */
  public static final Backlog EMPTY =
      new Backlog(Map.of(), Map.of(), Map.of(), 0, 0, Map.of(), Map.of());
}
