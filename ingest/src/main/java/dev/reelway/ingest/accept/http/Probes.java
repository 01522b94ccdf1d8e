package dev.reelway.ingest.accept.http;

import dev.reelway.platform.telemetry.HealthReport;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the server can say about itself.
 *
 * @param version of the program
 * @param alive whether the process is worth keeping
 * @param ready whether calls can be served
 * @param metrics in Prometheus' text format
 * @param meter is told of every call
 */
public record Probes(
    String version,
    Supplier<HealthReport> alive,
    Supplier<HealthReport> ready,
    Supplier<String> metrics,
    RequestMeter meter) {

  private static final HealthReport WELL = new HealthReport(true, Map.of());

  /** Always well, no metrics. */
  public static final Probes NONE =
      new Probes("none", () -> WELL, () -> WELL, () -> "", RequestMeter.NONE);
}
