package dev.reelway.platform.config;

import java.net.URI;
import java.util.Optional;

/**
 * Section {@code telemetry}: what a role tells about itself, and where.
 *
 * @param port of {@code /metrics}, {@code /healthz} and {@code /readyz}; 0 for none
 * @param host the address to listen at
 * @param otlpEndpoint collector of traces (OTLP over HTTP); without it there are none
 * @param jsonLogs whether the log is JSON lines rather than text
 * @param level of the log: error, warn, info, debug or trace
 */
public record TelemetryConfig(
    int port, String host, Optional<URI> otlpEndpoint, boolean jsonLogs, String level) {

  /** No port, no traces, a log for people. */
  public static final TelemetryConfig DEFAULT =
      new TelemetryConfig(0, "0.0.0.0", Optional.empty(), false, "info");

  private static final int LAST_PORT = 65_535;

  /** Checks the limits. */
  public TelemetryConfig {
    Limits.check(port >= 0 && port <= LAST_PORT, "port", "must be 0 to " + LAST_PORT);
  }
}
