package dev.reelway.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Counts what lies on a topic. */
public final class TopicCount {

  private static final Duration POLL = Duration.ofMillis(500);

  private TopicCount() {}

  /**
   * Messages sent at {@code since} or later, up to now.
   *
   * @param which of their values count
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE}
   */
  public static int since(
      KafkaClients clients, String topic, Instant since, Predicate<byte[]> which) {
    try (Consumer<String, byte[]> consumer = clients.consumer(Map.of())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      int count = 0;
      for (TopicPartition partition : partitions) {
        count += since(consumer, partition, since, which);
      }
      return count;
    } catch (KafkaException e) {
      throw MessagingFailures.of(clients.config().bootstrapServers(), "read the topic " + topic, e);
    }
  }

  private static int since(
      Consumer<String, byte[]> consumer,
      TopicPartition partition,
      Instant since,
      Predicate<byte[]> which) {
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    OffsetAndTimestamp first =
        consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli())).get(partition);
    if (first == null) {
      return 0;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, first.offset());
    int count = 0;
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
        boolean counts =
            message.offset() < end && message.value() != null && which.test(message.value());
        count += counts ? 1 : 0;
      }
    }
    return count;
  }
}
