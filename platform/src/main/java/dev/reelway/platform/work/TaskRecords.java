package dev.reelway.platform.work;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.platform.json.Json;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks as they lie in a topic. */
final class TaskRecords {

  private static final Logger LOG = LoggerFactory.getLogger(TaskRecords.class);

  private TaskRecords() {}

  /** The delivery of a record; absent, and told in the log, if it holds no task. */
  static Optional<TaskDelivery> delivery(ConsumerRecord<String, byte[]> message) {
    String what = "The record of " + message.topic() + " at offset " + message.offset();
    if (message.value() == null) {
      LOG.error("{} is empty; it is skipped.", what);
      return Optional.empty();
    }
    try {
      Task task = Json.read(message.value(), Task.class, what);
      return Optional.of(new TaskDelivery(task, message));
    } catch (ReelwayException e) {
      LOG.error("A record that is no task is skipped. {}", e.getMessage());
      return Optional.empty();
    }
  }
}
