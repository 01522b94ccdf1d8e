package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * Chooses the lane of the next task: each lane in proportion to its weight, and none starves.
 *
 * <p>Stride scheduling: a lane moves by a stride that is the smaller the more it weighs, and the
 * one that has come least far is next.
 *
 * <pre>
 *   EXPRESS   |-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|
 *   STANDARD  |-------|-------|-------|-------|
 *   BULK      |-------------------------------|
 * </pre>
 */
final class WeightedLanes {

  private static final long TRACK = 1 << 20;

  private final Map<Lane, Long> travelled = new EnumMap<>(Lane.class);
  private long front;

  /**
   * The lane whose turn it is.
   *
   * @param waiting lanes that have a task, at least one
   */
  Lane next(Collection<Lane> waiting) {
    return waiting.stream()
        .min(Comparator.comparingLong(this::place).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** Counts a task that was taken from a lane, whether or not it was its turn. */
  void took(Lane lane) {
    front = place(lane);
    travelled.put(lane, front + TRACK / lane.weight());
  }

  /** A lane that had nothing for a while starts at the front: it does not catch up. */
  private long place(Lane lane) {
    return Math.max(front, travelled.getOrDefault(lane, 0L));
  }
}
