package dev.reelway.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A message as it came.
 *
 * @param key its key, empty if it has none
 * @param value absent if the key was removed
 * @param partition where it lies
 * @param offset where it lies there
 * @param at when it was sent
 * @param traceparent the trace that it belongs to
 */
public record Received<T>(
    String key,
    Optional<T> value,
    int partition,
    long offset,
    Instant at,
    Optional<String> traceparent) {

  static <T> Received<T> of(ConsumerRecord<String, byte[]> message, Optional<T> value) {
    return new Received<>(
        message.key() == null ? "" : message.key(),
        value,
        message.partition(),
        message.offset(),
        Instant.ofEpochMilli(message.timestamp()),
        traceparent(message));
  }

  /** The trace that {@code message} belongs to. */
  public static Optional<String> traceparent(ConsumerRecord<?, ?> message) {
    Header header = message.headers().lastHeader(Sender.TRACEPARENT);
    return Optional.ofNullable(header)
        .map(found -> new String(found.value(), StandardCharsets.US_ASCII));
  }
}
