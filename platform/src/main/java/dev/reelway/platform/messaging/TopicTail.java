package dev.reelway.platform.messaging;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole topic, on a thread of its own, without a group: every process that follows a topic
 * sees all of it. While Kafka is away it waits, and goes on where it was.
 *
 * <pre>
 *   offset 0 ───────────── end when started ───────▶
 *   BEGINNING: reads all   │ caught up here
 *   END:       skips       │ reads from here
 * </pre>
 */
public final class TopicTail<T> implements AutoCloseable {

  /** Where reading starts. */
  public enum From {
    /** With everything that is kept. */
    BEGINNING,
    /** With what comes after the start. */
    END
  }

  /** Is told every message in the order of its partition, always by the same thread. */
  @FunctionalInterface
  public interface Listener<T> {
    /** A message came. An exception is logged; the next message comes all the same. */
    void received(Received<T> message);
  }

  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long PAUSE_MILLIS = 500;
  private static final long CLOSE_MILLIS = 5000;

  private final String topic;
  private final Class<T> type;
  private final Listener<T> listener;
  private final Consumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> endAtStart;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closed;

  private TopicTail(
      String topic,
      Class<T> type,
      Listener<T> listener,
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> endAtStart) {
    this.topic = topic;
    this.type = type;
    this.listener = listener;
    this.consumer = consumer;
    this.endAtStart = new HashMap<>(endAtStart);
    thread = new Thread(this::follow, "tail-" + topic);
    thread.setUncaughtExceptionHandler(
        (dead, failure) ->
            LOG.error("No longer following {}: restart this process.", topic, failure));
    thread.setDaemon(true);
  }

  /**
   * Starts to follow {@code topic}. When this returns, nothing that is sent from now on is missed.
   *
   * @param type of its messages; others are logged and skipped
   * @throws ReelwayException {@code MESSAGING_UNAVAILABLE} if Kafka does not answer within 15 s or
   *     has no such topic
   */
  public static <T> TopicTail<T> start(
      KafkaClients clients, String topic, From from, Class<T> type, Listener<T> listener) {
    // Should the topic have been cut or made anew meanwhile, a view reads all of it again.
    return start(
        clients,
        topic,
        from == From.BEGINNING ? "earliest" : "latest",
        from == From.BEGINNING
            ? (consumer, ends) -> consumer.seekToBeginning(ends.keySet())
            : (consumer, ends) -> ends.forEach(consumer::seek),
        type,
        listener);
  }

  /**
   * The same with what was sent since a date, if that is not too much.
   *
   * @param most messages of a partition that are read at the start; the latest if there are more
   */
  public static <T> TopicTail<T> startSince(
      KafkaClients clients,
      String topic,
      Instant since,
      long most,
      Class<T> type,
      Listener<T> listener) {
    return start(
        clients,
        topic,
        "latest",
        (consumer, ends) -> seek(consumer, ends, since.toEpochMilli(), most),
        type,
        listener);
  }

  private static void seek(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      long sinceMillis,
      long most) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    ends.keySet().forEach(partition -> wanted.put(partition, sinceMillis));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
    ends.forEach(
        (partition, end) -> {
          OffsetAndTimestamp first = found.get(partition);
          long start = first == null ? end : first.offset();
          consumer.seek(partition, Math.max(start, end - most));
        });
  }

  /** Puts a consumer where reading starts, knowing where the partitions end. */
  private interface Seek {
    void apply(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends);
  }

  private static <T> TopicTail<T> start(
      KafkaClients clients,
      String topic,
      String reset,
      Seek seek,
      Class<T> type,
      Listener<T> listener) {
    Consumer<String, byte[]> consumer = clients.consumer(Map.of("auto.offset.reset", reset));
    try {
      List<TopicPartition> partitions = partitions(consumer, topic);
      // In this order: the client warns of offsets of partitions that it is not assigned.
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      seek.apply(consumer, ends);
      TopicTail<T> tail = new TopicTail<>(topic, type, listener, consumer, ends);
      tail.thread.start();
      return tail;
    } catch (KafkaException | ReelwayException e) {
      consumer.close();
      throw MessagingFailures.of(clients.config().bootstrapServers(), "read the topic " + topic, e);
    }
  }

  private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new ReelwayException(
          FailureKind.MESSAGING_UNAVAILABLE, "Kafka has no topic " + topic + " (yet).");
    }
    return partitions;
  }

  /** Why nothing is told any more although nobody closed it; a restart helps. */
  public Optional<String> problem() {
    return thread.isAlive() || closed
        ? Optional.empty()
        : Optional.of("The thread that follows " + topic + " has ended.");
  }

  /** Whether everything was told that was there at the start. */
  public boolean caughtUp() {
    return caughtUp.getCount() == 0;
  }

  /**
   * Waits for {@link #caughtUp}.
   *
   * @return whether it was reached in time
   */
  public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
    return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void follow() {
    try (consumer) {
      while (!closed) {
        noteProgress();
        tell(poll());
      }
    } catch (WakeupException e) {
      LOG.debug("No longer following {}.", topic); // woken by close()
    }
  }

  private ConsumerRecords<String, byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("Could not read {}, going on: {}", topic, e.getMessage());
      pause();
      return ConsumerRecords.empty();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void noteProgress() {
    if (caughtUp()) {
      return;
    }
    try {
      endAtStart.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.debug("The position in {} is not known yet.", topic, e);
    }
    if (endAtStart.isEmpty()) {
      caughtUp.countDown();
    }
  }

  private void tell(ConsumerRecords<String, byte[]> messages) {
    for (ConsumerRecord<String, byte[]> message : messages) {
      if (closed) {
        return;
      }
      try {
        listener.received(Received.of(message, value(message)));
      } catch (RuntimeException e) {
        LOG.error(
            "Skipped a message of {} (partition {}, offset {}).",
            topic,
            message.partition(),
            message.offset(),
            e);
      }
    }
  }

  private Optional<T> value(ConsumerRecord<String, byte[]> message) {
    return Optional.ofNullable(message.value())
        .map(bytes -> Json.read(bytes, type, "A message of the topic " + topic));
  }

  /** Stops reading; the listener is not called again once this has returned. */
  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
