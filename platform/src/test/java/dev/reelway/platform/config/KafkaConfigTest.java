package dev.reelway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KafkaConfigTest {

  @TempDir Path folder;

  @Test
  void load_ofNothing_givesTheDefaults() {
    KafkaConfig config = ConfigLoader.load("kafka", KafkaConfig.class, Optional.empty(), Map.of());
    assertThat(config)
        .isEqualTo(new KafkaConfig("localhost:9092", "reelway", 1, QueueMode.SHARE, 64, Map.of()));
    assertThat(config.minInSyncReplicas()).isEqualTo(1);
  }

  @Test
  void load_ofEverySetting_mapsIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("reelway.yaml"),
            """
            kafka:
              bootstrapServers: one:9092,two:9092
              topicPrefix: videos
              replicationFactor: 3
              queues: classic
              classicPartitions: 32
              properties:
                security.protocol: SSL
            """);
    KafkaConfig config = ConfigLoader.load("kafka", KafkaConfig.class, Optional.of(file), Map.of());
    assertThat(config)
        .isEqualTo(
            new KafkaConfig(
                "one:9092,two:9092",
                "videos",
                3,
                QueueMode.CLASSIC,
                32,
                Map.of("security.protocol", "SSL")));
    assertThat(config.minInSyncReplicas()).isEqualTo(2);
    assertThat(config.topics().titleEvents()).isEqualTo("videos.title-events");
  }

  @ParameterizedTest
  @CsvSource({
    "BOOTSTRAP_SERVERS, ' , ', kafka.bootstrapServers must name brokers as host:port",
    "TOPIC_PREFIX, a b, 'kafka.topicPrefix must be 1 to 80 letters, digits, ''.'', ''_'' or ''-'''",
    "REPLICATION_FACTOR, 0, kafka.replicationFactor must be at least 1",
    "CLASSIC_PARTITIONS, 0, kafka.classicPartitions must be 1 to 1000",
    "CLASSIC_PARTITIONS, 1001, kafka.classicPartitions must be 1 to 1000",
    "QUEUES, fifo, 'kafka.queues is ''fifo'', not one of share, classic'",
  })
  void load_beyondALimit_namesSettingAndLimit(String variable, String value, String problem) {
    assertThatThrownBy(
            () ->
                ConfigLoader.load(
                    "kafka",
                    KafkaConfig.class,
                    Optional.empty(),
                    Map.of("REELWAY_KAFKA_" + variable, value)))
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CONFIG_INVALID))
        .hasMessage("The setting " + problem + ".");
  }

  @Test
  void toString_withAPassword_hidesIt() {
    KafkaConfig config =
        ConfigLoader.load(
            "kafka",
            KafkaConfig.class,
            Optional.empty(),
            Map.of("REELWAY_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "password=hunter2"));
    assertThat(config.properties()).containsEntry("sasl.jaas.config", "password=hunter2");
    assertThat(config.toString()).contains("sasl.jaas.config").doesNotContain("hunter2");
  }
}
