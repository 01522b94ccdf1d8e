package dev.reelway.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic as a member of a group, on a thread of its own: each message comes to one member,
 * in the order of its partition, at least once. A message is finished when its handler says so; one
 * that is to come again later holds up its partition and no other.
 */
public final class GroupReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CLOSE = Duration.ofSeconds(15);

  /** Does what a message asks for. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Handles {@code message}; called by one thread.
     *
     * @return how long to wait before the same message comes again; empty if it is finished
     */
    Optional<Duration> handle(Received<byte[]> message);
  }

  private final String topic;
  private final Optional<Instant> since;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Handler handler;
  private final Thread thread;
  private final Map<TopicPartition, Instant> paused = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> finished = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Consumer<String, byte[]> current;

  private GroupReader(
      String group,
      String topic,
      Optional<Instant> since,
      Supplier<Consumer<String, byte[]>> consumers,
      Handler handler) {
    this.topic = topic;
    this.since = since;
    this.consumers = consumers;
    this.handler = handler;
    this.thread = new Thread(this::run, "group-" + group);
    thread.setUncaughtExceptionHandler(
        (dead, failure) ->
            LOG.error("No longer reading {}: restart this process.", topic, failure));
    thread.setDaemon(true);
  }

  /**
   * Starts reading where the group stopped, or from the beginning if it never read.
   *
   * @param handler is handed every message
   */
  public static GroupReader fromBeginning(
      KafkaClients clients, String group, String topic, Handler handler) {
    return start(group, topic, Optional.empty(), () -> consumer(clients, group), handler);
  }

  /** Starts reading where the group stopped, or at {@code since} if it never read. */
  public static GroupReader since(
      KafkaClients clients, String group, String topic, Instant since, Handler handler) {
    return start(group, topic, Optional.of(since), () -> consumer(clients, group), handler);
  }

  private static GroupReader start(
      String group,
      String topic,
      Optional<Instant> since,
      Supplier<Consumer<String, byte[]>> consumers,
      Handler handler) {
    GroupReader reader = new GroupReader(group, topic, since, consumers, handler);
    reader.thread.start();
    return reader;
  }

  private static Consumer<String, byte[]> consumer(KafkaClients clients, String group) {
    return clients.consumer(
        Map.of(
            "group.id", group,
            "auto.offset.reset", "earliest",
            // A handler may take its time over each.
            "max.poll.records", "10"));
  }

  private void run() {
    while (!isClosed()) {
      paused.clear();
      finished.clear();
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        current = consumer;
        consumer.subscribe(Set.of(topic), new Rebalance(consumer));
        read(consumer);
      } catch (KafkaException e) {
        if (!isClosed()) {
          LOG.warn("Could not read {}, going on in a moment: {}", topic, e.getMessage());
          pause();
        }
      }
    }
  }

  private void read(Consumer<String, byte[]> consumer) {
    try {
      while (!isClosed()) {
        ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
        for (TopicPartition partition : messages.partitions()) {
          handle(consumer, partition, messages.records(partition));
        }
        commit(consumer);
        resume(consumer);
      }
    } catch (WakeupException e) {
      LOG.debug("No longer reading {}.", topic); // woken by close()
    }
    commit(consumer);
  }

  private void handle(
      Consumer<String, byte[]> consumer,
      TopicPartition partition,
      Collection<ConsumerRecord<String, byte[]>> messages) {
    for (ConsumerRecord<String, byte[]> message : messages) {
      Optional<Duration> wait = isClosed() ? Optional.of(Duration.ZERO) : handled(message);
      if (wait.isPresent()) {
        consumer.seek(partition, message.offset());
        consumer.pause(Set.of(partition));
        paused.put(partition, Instant.now().plus(wait.get()));
        return;
      }
      finished.put(partition, new OffsetAndMetadata(message.offset() + 1));
    }
  }

  private Optional<Duration> handled(ConsumerRecord<String, byte[]> message) {
    try {
      return handler.handle(Received.of(message, Optional.ofNullable(message.value())));
    } catch (RuntimeException e) {
      LOG.error(
          "A message of {} (partition {}, offset {}) was not handled; again in {} s.",
          topic,
          message.partition(),
          message.offset(),
          PAUSE.toSeconds(),
          e);
      return Optional.of(PAUSE);
    }
  }

  private void commit(Consumer<String, byte[]> consumer) {
    if (!finished.isEmpty()) {
      consumer.commitSync(finished);
      finished.clear();
    }
  }

  private void resume(Consumer<String, byte[]> consumer) {
    Instant now = Instant.now();
    Set<TopicPartition> due = new HashSet<>();
    paused.forEach(
        (partition, until) -> {
          if (!until.isAfter(now)) {
            due.add(partition);
          }
        });
    consumer.resume(due);
    paused.keySet().removeAll(due);
  }

  /** Why nothing is read any more although nobody closed it; a restart helps. */
  public Optional<String> problem() {
    return thread.isAlive() || isClosed()
        ? Optional.empty()
        : Optional.of("The thread that reads " + topic + " has ended.");
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  private void pause() {
    try {
      closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  /** Finishes the message at hand, remembers how far it came and leaves the group. */
  @Override
  public void close() {
    closing.countDown();
    Consumer<String, byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives back what was handled before a partition goes to another member. */
  private final class Rebalance implements ConsumerRebalanceListener {
    private final Consumer<String, byte[]> consumer;

    Rebalance(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(consumer);
      paused.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      paused.keySet().removeAll(partitions);
      since.ifPresent(start -> seek(partitions, start.toEpochMilli()));
    }

    // Kafka's own "by_duration" counts back from a moment later than now and so skips messages.
    private void seek(Collection<TopicPartition> partitions, long startMillis) {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
      Map<TopicPartition, Long> fresh = new HashMap<>();
      for (TopicPartition partition : partitions) {
        if (committed.get(partition) == null) {
          fresh.put(partition, startMillis);
        }
      }
      consumer
          .offsetsForTimes(fresh)
          .forEach(
              (partition, found) -> {
                if (found == null) {
                  consumer.seekToEnd(Set.of(partition));
                } else {
                  consumer.seek(partition, found.offset());
                }
              });
    }
  }
}
