package dev.reelway.platform.messaging;

import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Sends messages and comes back when Kafka has them for good. For any number of threads. */
public final class Sender implements AutoCloseable {

  /** Name of the header that ties messages to a trace, as W3C defines it. */
  public static final String TRACEPARENT = "traceparent";

  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final String bootstrapServers;
  private final Producer<String, byte[]> producer;

  /** A sender with a producer of its own. */
  public Sender(KafkaClients clients) {
    bootstrapServers = clients.config().bootstrapServers();
    producer = clients.producer();
  }

  /**
   * Sends {@code message} as JSON and waits until Kafka has it.
   *
   * @param key decides about order: what has the same key stays in order
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE} if Kafka
   *     did not confirm within 15 s, though it may have it all the same; {@code CANCELLED} if the
   *     thread is interrupted
   */
  public void send(String topic, String key, Object message) {
    send(topic, key, message, Optional.empty());
  }

  /** As above, as part of a trace. */
  public void send(String topic, String key, Object message, Optional<String> traceparent) {
    deliver(new ProducerRecord<>(topic, key, Json.write(message)), traceparent);
  }

  /** Sends bytes that somebody else wrote, as they are and without a key. */
  public void sendBytes(String topic, byte[] value) {
    deliver(new ProducerRecord<>(topic, value), Optional.empty());
  }

  /** Removes {@code key} from a compacted topic. */
  public void sendTombstone(String topic, String key) {
    deliver(new ProducerRecord<>(topic, key, null), Optional.empty());
  }

  private void deliver(ProducerRecord<String, byte[]> message, Optional<String> traceparent) {
    traceparent.ifPresent(
        value -> message.headers().add(TRACEPARENT, value.getBytes(StandardCharsets.US_ASCII)));
    String verb = "send to the topic " + message.topic();
    try {
      producer.send(message).get();
    } catch (InterruptException e) {
      throw MessagingFailures.interrupted(verb, new InterruptedException(e.getMessage()));
    } catch (ExecutionException | KafkaException | IllegalStateException e) {
      throw MessagingFailures.of(bootstrapServers, verb, e); // the last one: already closed
    } catch (InterruptedException e) {
      throw MessagingFailures.interrupted(verb, e);
    }
  }

  /** Gives up what is still under way after two seconds. */
  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
