package dev.reelway.ingest.view;

import dev.reelway.contracts.fleet.Heartbeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The executors that live: those whose heartbeats come in. Safe for any thread. */
public final class ExecutorsView {

  /** Silence after which an executor is forgotten: three heartbeats missed and some delay. */
  public static final Duration SILENCE = Duration.ofSeconds(20);

  private final Map<String, Seen> executors = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Tells silence by {@code clock}. */
  public ExecutorsView(Clock clock) {
    this.clock = clock;
  }

  /** An executor lives. */
  public void accept(Heartbeat heartbeat) {
    executors.put(heartbeat.workerId(), new Seen(heartbeat, clock.instant()));
  }

  /** What the clock that tells silence shows. */
  public Instant now() {
    return clock.instant();
  }

  /** The executors that live, by pool, host and id. */
  public List<Seen> executors() {
    Instant oldest = clock.instant().minus(SILENCE);
    executors.values().removeIf(seen -> seen.at().isBefore(oldest));
    return executors.values().stream()
        .sorted(
            Comparator.comparing((Seen seen) -> seen.heartbeat().pool())
                .thenComparing(seen -> seen.heartbeat().host())
                .thenComparing(seen -> seen.heartbeat().workerId()))
        .toList();
  }

  /** The last heartbeat of an executor and when it came in. */
  public record Seen(Heartbeat heartbeat, Instant at) {}
}
