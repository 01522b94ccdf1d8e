package dev.reelway.platform.messaging;

import dev.reelway.embedded.EmbeddedKafka;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.QueueMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One broker for all tests of this JVM; each test has topics of its own on it. */
public final class SharedBroker {

  private static final AtomicInteger TESTS = new AtomicInteger();
  private static final int CLASSIC_PARTITIONS = 4;
  private static EmbeddedKafka broker;

  private SharedBroker() {}

  /** Clients with a prefix that nobody else has; no topics are there yet. */
  public static KafkaClients clients(QueueMode mode) {
    return clients(broker().bootstrapServers(), mode);
  }

  /** As above, at another broker. */
  public static KafkaClients clients(String bootstrapServers, QueueMode mode) {
    String prefix = "test" + TESTS.incrementAndGet();
    return new KafkaClients(
        new KafkaConfig(bootstrapServers, prefix, 1, mode, CLASSIC_PARTITIONS, Map.of()));
  }

  /** As {@link #clients(QueueMode)}, with all topics. */
  public static KafkaClients clientsWithTopics(QueueMode mode) {
    KafkaClients clients = clients(mode);
    createTopics(clients);
    return clients;
  }

  /** Makes all topics. */
  public static void createTopics(KafkaClients clients) {
    try (TopicAdmin admin = new TopicAdmin(clients)) {
      admin.createAll();
    }
  }

  private static synchronized EmbeddedKafka broker() {
    if (broker == null) {
      try {
        Path folder = Files.createTempDirectory("reelway-broker");
        broker = EmbeddedKafka.start(folder, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return broker;
  }

  private static void end(Path folder) {
    broker.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
