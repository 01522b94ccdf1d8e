package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Pool;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The executors that are there now, as their heartbeats tell. Not kept: after a restart it fills
 * again within one heartbeat.
 */
final class Fleet {

  private record Executor(Heartbeat heartbeat, long seenAt) {}

  private record Kind(Pool pool, String engineBuild) {

    // Only encoders differ by their build.
    static Kind of(Pool pool, String engineBuild) {
      return new Kind(pool, pool == Pool.ENCODE ? engineBuild : "");
    }
  }

  private final Map<String, Executor> executors = new HashMap<>();
  private final Map<Kind, Integer> slots = new HashMap<>();

  /**
   * Notes a heartbeat.
   *
   * @return whether this executor was not known before
   */
  boolean seen(Heartbeat heartbeat, long now) {
    boolean isNew = executors.put(heartbeat.workerId(), new Executor(heartbeat, now)) == null;
    count();
    return isNew;
  }

  /** Forgets executors that were last seen before {@code since}. */
  void forgetSilent(long since) {
    if (executors.values().removeIf(executor -> executor.seenAt < since)) {
      count();
    }
  }

  /** Tasks that the executors of a pool can run at a time; {@code engineBuild} for encoders. */
  int slots(Pool pool, String engineBuild) {
    return slots.getOrDefault(Kind.of(pool, engineBuild), 0);
  }

  /** The engine build with the most slots, if there is any encoder. */
  Optional<String> mainEngineBuild() {
    return slots.entrySet().stream()
        .filter(entry -> entry.getKey().pool == Pool.ENCODE && entry.getValue() > 0)
        .max(
            Map.Entry.<Kind, Integer>comparingByValue()
                .thenComparing(entry -> entry.getKey().engineBuild, Comparator.naturalOrder()))
        .map(entry -> entry.getKey().engineBuild);
  }

  Map<Pool, Integer> executorsByPool() {
    Map<Pool, Integer> counts = new HashMap<>();
    executors.values().forEach(e -> counts.merge(e.heartbeat.pool(), 1, Integer::sum));
    return counts;
  }

  int slotsOf(Pool pool) {
    return slots.entrySet().stream()
        .filter(entry -> entry.getKey().pool == pool)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private void count() {
    slots.clear();
    for (Executor executor : executors.values()) {
      Heartbeat heartbeat = executor.heartbeat;
      slots.merge(
          Kind.of(heartbeat.pool(), heartbeat.engineBuild()), heartbeat.slots(), Integer::sum);
    }
  }
}
