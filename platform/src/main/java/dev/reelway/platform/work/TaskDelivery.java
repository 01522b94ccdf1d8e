package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Task;
import dev.reelway.platform.messaging.Received;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A task that a queue handed over. Until the queue is told that it is accepted, it comes again if
 * its taker vanishes.
 *
 * @param task what to do
 * @param message how it lies in the queue
 */
public record TaskDelivery(Task task, ConsumerRecord<String, byte[]> message) {

  /** The trace that it belongs to. */
  public Optional<String> traceparent() {
    return Received.traceparent(message);
  }
}
