package dev.reelway.ingest.accept.http;

import dev.reelway.platform.telemetry.HealthReport;
import io.javalin.http.HandlerType;

/** What orchestrators and monitoring ask, without a key. */
final class HealthRoutes {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Probes probes;

  HealthRoutes(Probes probes) {
    this.probes = probes;
  }

  void addTo(RouteList routes) {
    routes.open(HandlerType.GET, "/healthz", "healthz", call -> tell(call, probes.alive().get()));
    routes.open(HandlerType.GET, "/readyz", "readyz", call -> tell(call, probes.ready().get()));
    routes.open(HandlerType.GET, "/metrics", "metrics", this::metrics);
  }

  private static void tell(Call call, HealthReport report) {
    call.answer(report.status(), report);
  }

  private void metrics(Call call) {
    call.context().contentType(PROMETHEUS);
    call.context().result(probes.metrics().get());
  }
}
