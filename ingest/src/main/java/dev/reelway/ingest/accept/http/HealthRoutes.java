package dev.reelway.ingest.accept.http;

import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What orchestrators and monitoring ask, without a key. */
final class HealthRoutes {

  private final Probes probes;

  HealthRoutes(Probes probes) {
    this.probes = probes;
  }

  void addTo(RouteList routes) {
    routes.open(HandlerType.GET, "/healthz", "healthz", this::health);
    routes.open(HandlerType.GET, "/readyz", "readyz", this::ready);
    routes.open(HandlerType.GET, "/metrics", "metrics", this::metrics);
  }

  /** Answering at all is the whole answer. */
  private void health(Call call) {
    call.answer(200, Map.of("status", "ok"));
  }

  /**
   * @param ready whether calls can be served
   * @param checks what was looked at: {@code ok} or why not
   */
  record Readiness(boolean ready, Map<String, String> checks) {}

  private void ready(Call call) {
    Map<String, String> checks = new TreeMap<>();
    probes.readiness().forEach((name, check) -> checks.put(name, check.get().orElse("ok")));
    boolean ready = checks.values().stream().allMatch("ok"::equals);
    call.answer(ready ? 200 : 503, new Readiness(ready, checks));
  }

  private void metrics(Call call) {
    call.context().contentType("text/plain; version=0.0.4; charset=utf-8");
    call.context().result(Optional.ofNullable(probes.metrics().get()).orElse(""));
  }
}
