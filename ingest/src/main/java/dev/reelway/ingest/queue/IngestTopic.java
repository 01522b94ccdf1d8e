package dev.reelway.ingest.queue;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.messaging.GroupReader;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Received;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the ingest topic as a member of its group. A record is committed once its title or its dead
 * letter is safe; while storage or Kafka is away, it waits and comes again.
 */
public final class IngestTopic {

  private static final Logger LOG = LoggerFactory.getLogger(IngestTopic.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final String topic;
  private final IngestQueue queue;
  private final Consumer<DeadLetter> deadLetters;
  private final Clock clock;
  private Duration wait = SHORTEST;

  IngestTopic(String topic, IngestQueue queue, Consumer<DeadLetter> deadLetters, Clock clock) {
    this.topic = topic;
    this.queue = queue;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /**
   * Starts reading.
   *
   * @param deadLetters sends a letter to the dead-letter topic and returns once it is safe
   */
  public static GroupReader start(
      KafkaClients clients, IngestQueue queue, Consumer<DeadLetter> deadLetters, Clock clock) {
    Topics topics = clients.config().topics();
    IngestTopic reader = new IngestTopic(topics.ingest(), queue, deadLetters, clock);
    return GroupReader.fromBeginning(clients, topics.ingest(), topics.ingest(), reader::handle);
  }

  Optional<Duration> handle(Received<byte[]> record) {
    byte[] bytes = record.value().orElse(null);
    try {
      Optional<Problem> problem = queue.accept(bytes);
      problem.ifPresent(why -> deadLetters.accept(letter(record, bytes, why)));
      wait = SHORTEST;
      return Optional.empty();
    } catch (ReelwayException e) {
      Duration now = wait;
      Duration twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
      LOG.warn("A record of {} comes again in {} s: {}", topic, now.toSeconds(), e.getMessage());
      return Optional.of(now);
    }
  }

  private DeadLetter letter(Received<byte[]> record, byte[] bytes, Problem problem) {
    String source = topic + "/" + record.partition() + "/" + record.offset();
    LOG.warn("The record {} is not submitted: {}", source, problem.sentence());
    return DeadLetterMaker.of(source, "", bytes, problem, clock.instant());
  }
}
