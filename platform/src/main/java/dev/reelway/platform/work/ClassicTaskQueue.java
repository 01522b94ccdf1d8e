package dev.reelway.platform.work;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.platform.messaging.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                "max.poll.records", "1"));
    consumer.subscribe(List.of(topic));
  }

  @Override
  public Optional<TaskDelivery> poll(Duration wait) {
    try {
      consumer.resume(consumer.assignment());
      for (ConsumerRecord<String, byte[]> message : consumer.poll(wait)) { // one at most
        Optional<Task> task = TaskRecords.task(message);
        if (task.isPresent()) {
          return Optional.of(TaskRecords.delivery(task.get(), message, () -> accept(message)));
        }
        accept(message);
      }
      return Optional.empty();
    } catch (KafkaException e) {
      throw unavailable("take a task", e);
    }
  }

  // While the group deals out its partitions anew, nothing can be committed; polling ends that.
  private void accept(ConsumerRecord<String, byte[]> message) {
    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
    Map<TopicPartition, OffsetAndMetadata> offset =
        Map.of(partition, new OffsetAndMetadata(message.offset() + 1));
    boolean accepted = false;
    for (int attempt = 1; !accepted; attempt++) {
      try {
        consumer.commitSync(offset);
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
      consumer.seek(new TopicPartition(message.topic(), message.partition()), message.offset());
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
