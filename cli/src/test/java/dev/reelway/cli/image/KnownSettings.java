package dev.reelway.cli.image;

import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.config.TelemetryConfig;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that the sections of the configuration file can be set by. */
final class KnownSettings {
  private static final Map<String, Class<? extends Record>> SECTIONS =
      Map.of(
          "kafka", KafkaConfig.class,
          "storage", StorageConfig.class,
          "telemetry", TelemetryConfig.class);

  private KnownSettings() {}

  /** Names such as {@code REELWAY_KAFKA_BOOTSTRAP_SERVERS}. */
  static Set<String> variables() {
    return SECTIONS.entrySet().stream()
        .flatMap(section -> variables(section.getKey(), section.getValue()))
        .collect(Collectors.toSet());
  }

  private static Stream<String> variables(String section, Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> "REELWAY_" + upperSnake(section) + "_" + upperSnake(name));
  }

  private static String upperSnake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
