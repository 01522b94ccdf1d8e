package dev.reelway.platform.config;

import dev.reelway.contracts.fleet.Topics;
import java.util.Map;

/**
 * Section {@code kafka}: which cluster, and how its topics are made.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param topicPrefix keeps two installations on one cluster apart
 * @param replicationFactor copies of every topic: 1 on one broker, 3 on a cluster
 * @param queues how tasks are handed to executors
 * @param classicPartitions partitions of each queue with {@code CLASSIC}: no more executors than
 *     this take from it
 * @param properties handed to every client as they are, such as those for TLS and SASL
 */
public record KafkaConfig(
    String bootstrapServers,
    String topicPrefix,
    int replicationFactor,
    QueueMode queues,
    int classicPartitions,
    Map<String, String> properties) {

  /** One broker on this machine. */
  public static final KafkaConfig DEFAULT =
      new KafkaConfig("localhost:9092", "reelway", 1, QueueMode.SHARE, 64, Map.of());

  private static final int MOST_PARTITIONS = 1000;
  private static final String SERVERS = "[^,:\\s]+:\\d+( *, *[^,:\\s]+:\\d+)*";
  private static final String PREFIX = "[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}";

  /** Checks the limits. */
  public KafkaConfig {
    Limits.check(
        bootstrapServers.matches(SERVERS), "bootstrapServers", "must name brokers as host:port");
    Limits.check(
        topicPrefix.matches(PREFIX),
        "topicPrefix",
        "must be 1 to 80 letters, digits, '.', '_' or '-'");
    Limits.check(replicationFactor >= 1, "replicationFactor", "must be at least 1");
    Limits.check(
        classicPartitions >= 1 && classicPartitions <= MOST_PARTITIONS,
        "classicPartitions",
        "must be 1 to " + MOST_PARTITIONS);
    properties = Map.copyOf(properties);
  }

  /** The usual settings for the broker at {@code bootstrapServers}. */
  public static KafkaConfig at(String bootstrapServers) {
    return new KafkaConfig(
        bootstrapServers,
        DEFAULT.topicPrefix,
        DEFAULT.replicationFactor,
        DEFAULT.queues,
        DEFAULT.classicPartitions,
        DEFAULT.properties);
  }

  /** Copies that must have a record before it counts as written: all but one, at least one. */
  public int minInSyncReplicas() {
    return Math.max(1, replicationFactor - 1);
  }

  /** Names of all topics. */
  public Topics topics() {
    return new Topics(topicPrefix);
  }

  /** Values of {@link #properties} may be passwords, so only their names are shown. */
  @Override
  public String toString() {
    return "KafkaConfig[bootstrapServers=%s, topicPrefix=%s, replicationFactor=%d, queues=%s, "
            .formatted(bootstrapServers, topicPrefix, replicationFactor, queues)
        + "classicPartitions=%d, properties=%s]".formatted(classicPartitions, properties.keySet());
  }
}
