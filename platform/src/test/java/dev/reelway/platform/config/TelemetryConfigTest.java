package dev.reelway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.ReelwayException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TelemetryConfigTest {

  @Test
  void load_nothingSet_listensNowhereAndTellsPeople() {
    assertThat(load(Map.of())).isEqualTo(TelemetryConfig.DEFAULT);
    assertThat(TelemetryConfig.DEFAULT)
        .isEqualTo(new TelemetryConfig(0, "0.0.0.0", Optional.empty(), false, "info"));
  }

  @Test
  void load_everythingSet_isAllOfIt() {
    assertThat(
            load(
                Map.of(
                    "REELWAY_TELEMETRY_PORT", "9464",
                    "REELWAY_TELEMETRY_HOST", "127.0.0.1",
                    "REELWAY_TELEMETRY_OTLP_ENDPOINT", "http://collector:4318",
                    "REELWAY_TELEMETRY_JSON_LOGS", "true",
                    "REELWAY_TELEMETRY_LEVEL", "debug")))
        .isEqualTo(
            new TelemetryConfig(
                9464,
                "127.0.0.1",
                Optional.of(URI.create("http://collector:4318")),
                true,
                "debug"));
  }

  @Test
  void load_noSuchPort_isRefused() {
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> load(Map.of("REELWAY_TELEMETRY_PORT", "65536")))
        .withMessageContaining("telemetry.port must be 0 to 65535");
  }

  private static TelemetryConfig load(Map<String, String> environment) {
    return ConfigLoader.load("telemetry", TelemetryConfig.class, Optional.empty(), environment);
  }
}
