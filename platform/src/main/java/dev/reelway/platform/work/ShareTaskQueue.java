package dev.reelway.platform.work;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
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
 * <p>One consumer for all lanes on purpose, and one partition. Once polled, a share consumer asks
 * the broker for a record until it gets one, polled again or not: a second consumer would take a
 * task and hold it while the executor is busy with the first one's.
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

  @Override
  public Optional<TaskDelivery> poll(Duration wait) {
    try {
      for (ConsumerRecord<String, byte[]> message : consumer.poll(wait)) { // one at most
        Optional<Task> task = TaskRecords.task(message);
        if (task.isPresent()) {
          return Optional.of(
              TaskRecords.delivery(
                  task.get(), message, () -> acknowledge(message, AcknowledgeType.ACCEPT)));
        }
        acknowledge(message, AcknowledgeType.REJECT);
      }
      return Optional.empty();
    } catch (KafkaException e) {
      throw unavailable("take a task", e);
    }
  }

  private void acknowledge(ConsumerRecord<String, byte[]> message, AcknowledgeType type) {
    try {
      consumer.acknowledge(message, type);
      consumer
          .commitSync(CONFIRM)
          .values()
          .forEach(
              failure ->
                  failure.ifPresent(
                      e -> {
                        throw unavailable("accept a task", e);
                      }));
    } catch (KafkaException e) {
      throw unavailable("accept a task", e);
    }
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
