package dev.reelway.ingest.accept.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Token buckets by key id or address; those that were not used for longest are forgotten. */
final class RateLimits {

  private static final int KEPT = 10_000;

  private final Map<String, Bucket> buckets = Collections.synchronizedMap(new Buckets());
  private final int perSecond;
  private final int burst;

  RateLimits(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Takes a token, or refuses with the time to wait. */
  void take(String name) {
    ConsumptionProbe probe = bucket(name).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      throw Refusal.later(
          "There were more than %d requests a second.".formatted(perSecond), seconds);
    }
  }

  private Bucket bucket(String name) {
    return buckets.computeIfAbsent(
        name,
        unused ->
            Bucket.builder()
                .addLimit(
                    limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build());
  }

  private static final class Buckets extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    Buckets() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > KEPT;
    }
  }
}
