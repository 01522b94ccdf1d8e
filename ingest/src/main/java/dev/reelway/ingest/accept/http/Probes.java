package dev.reelway.ingest.accept.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server can say about itself.
 *
 * @param readiness by name what must be well for calls to be served; each says why not. They are
 *     asked by strangers, so their sentences name no secrets
 * @param metrics in Prometheus' text format
 */
public record Probes(Map<String, Supplier<Optional<String>>> readiness, Supplier<String> metrics) {

  /** Always ready, no metrics. */
  public static final Probes NONE = new Probes(Map.of(), () -> "");

  /** Defensive copy. */
  public Probes {
    readiness = Map.copyOf(readiness);
  }
}
