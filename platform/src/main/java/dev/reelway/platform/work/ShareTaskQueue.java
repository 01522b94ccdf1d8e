package dev.reelway.platform.work;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.messaging.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;

/**
 * A queue on a share group: any number of executors on one partition.
 *
 * <p>Once polled, a share consumer asks the broker for a record until it gets one, polled again or
 * not. An executor that takes several tasks at a time has a queue for each, and a slot for each
 * that it polled.
 */
public final class ShareTaskQueue implements TaskQueue {

  private static final Duration CONFIRM = Duration.ofSeconds(10);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final ShareConsumer<String, byte[]> consumer;

  /**
   * Joins a group.
   *
   * @param topic where its tasks lie
   * @param group of the executors that share them
   */
  public ShareTaskQueue(KafkaClients clients, String topic, String group) {
    consumer = clients.shareConsumer(group);
    consumer.subscribe(List.of(topic));
  }

  /** Hands over one at most, however many may be taken. */
  @Override
  public List<TaskDelivery> poll(Duration wait, int most) {
    try {
      for (ConsumerRecord<String, byte[]> message : consumer.poll(wait)) { // one at most
        Optional<TaskDelivery> delivery = TaskRecords.delivery(message);
        if (delivery.isPresent()) {
          return List.of(delivery.get());
        }
        consumer.acknowledge(message, AcknowledgeType.REJECT);
        commit();
      }
      return List.of();
    } catch (KafkaException e) {
      throw unavailable("take a task", e);
    }
  }

  @Override
  public void accept(List<TaskDelivery> deliveries) {
    try {
      deliveries.forEach(task -> consumer.acknowledge(task.message(), AcknowledgeType.ACCEPT));
      commit();
    } catch (KafkaException e) {
      throw unavailable("accept a task", e);
    }
  }

  private void commit() {
    consumer
        .commitSync(CONFIRM)
        .values()
        .forEach(
            failure ->
                failure.ifPresent(
                    e -> {
                      throw unavailable("accept a task", e);
                    }));
  }

  private static ReelwayException unavailable(String verb, KafkaException cause) {
    return new ReelwayException(
        FailureKind.MESSAGING_UNAVAILABLE,
        "Could not " + verb + " from Kafka: " + cause.getMessage(),
        cause);
  }

  /** Nothing: a member of a share group that holds nothing may stay away. */
  @Override
  public void rest() {}

  @Override
  public void close() {
    consumer.close(CLOSE);
  }
}
