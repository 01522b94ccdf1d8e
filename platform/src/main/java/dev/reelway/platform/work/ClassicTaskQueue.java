package dev.reelway.platform.work;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.messaging.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue on an ordinary consumer group, for brokers without share groups. A partition belongs to
 * one executor, so what lies behind a running task waits for it; many partitions keep that rare.
 */
public final class ClassicTaskQueue implements TaskQueue {

  private static final Logger LOG = LoggerFactory.getLogger(ClassicTaskQueue.class);

  /** More are rarely free to start at once, and what is too much must be read again. */
  private static final int MOST_RECORDS = 8;

  private static final int ACCEPT_ATTEMPTS = 50;
  private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

  private final Consumer<String, byte[]> consumer;

  /**
   * Joins a group.
   *
   * @param topic where its tasks lie
   * @param group of the executors that share them
   */
  public ClassicTaskQueue(KafkaClients clients, String topic, String group) {
    consumer =
        clients.consumer(
            Map.of(
                "group.id", group,
                "group.protocol", "classic",
                "partition.assignment.strategy", CooperativeStickyAssignor.class.getName(),
                "auto.offset.reset", "earliest",
                "session.timeout.ms", "10000",
                "heartbeat.interval.ms", "1000",
                "max.poll.records", Integer.toString(MOST_RECORDS)));
    consumer.subscribe(List.of(topic));
  }

  @Override
  public List<TaskDelivery> poll(Duration wait, int most) {
    try {
      consumer.resume(consumer.assignment());
      List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
      consumer.poll(wait).forEach(messages::add);
      leave(messages.subList(Math.min(most, messages.size()), messages.size()));
      List<TaskDelivery> deliveries =
          messages.stream().flatMap(message -> TaskRecords.delivery(message).stream()).toList();
      if (deliveries.isEmpty()) {
        commit(messages); // none of them is a task
      }
      return deliveries;
    } catch (KafkaException e) {
      throw unavailable("take a task", e);
    }
  }

  /** Reads {@code messages} again next time, and empties the list. */
  private void leave(List<ConsumerRecord<String, byte[]>> messages) {
    for (int i = messages.size() - 1; i >= 0; i--) { // the first of a partition counts
      consumer.seek(partition(messages.get(i)), messages.get(i).offset());
    }
    messages.clear();
  }

  @Override
  public void accept(List<TaskDelivery> deliveries) {
    commit(deliveries.stream().map(TaskDelivery::message).toList());
  }

  // While the group deals out its partitions anew, nothing can be committed; polling ends that.
  private void commit(List<ConsumerRecord<String, byte[]>> messages) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    messages.forEach(m -> offsets.put(partition(m), new OffsetAndMetadata(m.offset() + 1)));
    boolean accepted = offsets.isEmpty();
    for (int attempt = 1; !accepted; attempt++) {
      try {
        consumer.commitSync(offsets);
        accepted = true;
      } catch (RebalanceInProgressException e) {
        if (attempt == ACCEPT_ATTEMPTS) {
          throw unavailable("accept a task", e);
        }
        pollNothing(ACCEPT_PAUSE);
      } catch (KafkaException e) {
        throw unavailable("accept a task", e);
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<String, byte[]> message) {
    return new TopicPartition(message.topic(), message.partition());
  }

  /** Polls without taking, or the group would give our partitions to others. */
  @Override
  public void rest() {
    try {
      pollNothing(Duration.ZERO);
    } catch (KafkaException e) {
      LOG.warn("Could not keep the place in the queue, going on: {}", e.getMessage());
    }
  }

  private void pollNothing(Duration wait) {
    consumer.pause(consumer.assignment());
    for (ConsumerRecord<String, byte[]> message : consumer.poll(wait)) {
      // Of a partition that came to us in this very poll, so that it was not paused.
      consumer.seek(partition(message), message.offset());
    }
  }

  private static ReelwayException unavailable(String verb, KafkaException cause) {
    return new ReelwayException(
        FailureKind.MESSAGING_UNAVAILABLE,
        "Could not " + verb + " from Kafka: " + cause.getMessage(),
        cause);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
