package dev.reelway.platform.work;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.messaging.Received;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks as they lie in a topic. */
final class TaskRecords {

  private static final Logger LOG = LoggerFactory.getLogger(TaskRecords.class);

  private TaskRecords() {}

  /** The task of a record; absent, and told in the log, if it holds none. */
  static Optional<Task> task(ConsumerRecord<String, byte[]> message) {
    String what = "The record of " + message.topic() + " at offset " + message.offset();
    if (message.value() == null) {
      LOG.error("{} is empty; it is skipped.", what);
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(message.value(), Task.class, what));
    } catch (ReelwayException e) {
      LOG.error("A record that is no task is skipped. {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** A delivery of the task in a record. */
  static TaskDelivery delivery(Task task, ConsumerRecord<String, byte[]> message, Runnable accept) {
    Optional<String> traceparent = Received.traceparent(message);
    return new TaskDelivery() {
      @Override
      public Task task() {
        return task;
      }

      @Override
      public Optional<String> traceparent() {
        return traceparent;
      }

      @Override
      public void accept() {
        accept.run();
      }
    };
  }
}
