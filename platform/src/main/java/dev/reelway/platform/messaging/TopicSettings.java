package dev.reelway.platform.messaging;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a topic is made.
 *
 * @param name of the topic
 * @param partitions how many
 * @param settings of the topic, replication aside
 */
record TopicSettings(String name, int partitions, Map<String, String> settings) {

  private static final int INGEST_PARTITIONS = 3;
  private static final Duration SHORT = Duration.ofHours(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration LONG = Duration.ofDays(400);
  private static final String SEGMENT_BYTES = Integer.toString(16 << 20);

  /** Every topic but the queues. */
  static List<TopicSettings> all(Topics topics) {
    return List.of(
        kept(topics.ingest(), INGEST_PARTITIONS, WEEK),
        kept(topics.ingestDeadLetters(), 1, MONTH),
        // One partition on purpose: the workflow dispatches to all titles in one place.
        kept(topics.titleEvents(), 1, WEEK),
        kept(topics.heartbeats(), 1, SHORT),
        kept(topics.control(), 1, SHORT),
        compacted(topics.titleStatus()),
        kept(topics.notifications(), 1, WEEK),
        kept(topics.deadLetters(), 1, MONTH),
        kept(topics.audit(), 1, LONG));
  }

  /** The pools that have one queue each. */
  static List<Pool> poolsWithOneQueue() {
    return List.of(Pool.INSPECT, Pool.PACKAGE, Pool.PUBLISH);
  }

  static TopicSettings queue(String name, int partitions) {
    return kept(name, partitions, WEEK);
  }

  private static TopicSettings kept(String name, int partitions, Duration retention) {
    return new TopicSettings(
        name,
        partitions,
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(retention.toMillis()),
            // Only closed segments are deleted.
            "segment.ms",
            Long.toString(retention.toMillis() / 4),
            "segment.bytes",
            SEGMENT_BYTES));
  }

  private static TopicSettings compacted(String name) {
    return new TopicSettings(
        name,
        1,
        Map.of(
            "cleanup.policy",
            "compact",
            // Statuses come every second; whoever starts reads them all.
            "min.cleanable.dirty.ratio",
            "0.2",
            "segment.bytes",
            SEGMENT_BYTES));
  }
}
