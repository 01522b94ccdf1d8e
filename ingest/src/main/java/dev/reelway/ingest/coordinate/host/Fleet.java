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
    String worker = heartbeat.workerId();
    Executor before = executors.put(worker, new Executor(heartbeat, now));
    if (before == null) {
      executors.keySet().removeIf(other -> isEarlierIncarnation(other, worker));
    }
    if (before == null || before.heartbeat.slots() != heartbeat.slots()) {
      count();
    }
    return before == null;
  }

  /** Whether both are named {@code name@N} with the same name: only the newer one is there. */
  static boolean isEarlierIncarnation(String worker, String newer) {
    int at = newer.lastIndexOf('@');
    return at >= 0 && worker.startsWith(newer.substring(0, at + 1)) && !worker.equals(newer);
  }

  /** Counts all as seen now, after nobody could be heard. */
  void grace(long now) {
    executors.replaceAll((worker, executor) -> new Executor(executor.heartbeat, now));
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
