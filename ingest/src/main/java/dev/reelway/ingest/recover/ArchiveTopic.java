package dev.reelway.ingest.recover;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.messaging.GroupReader;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Received;
import dev.reelway.platform.storage.ObjectStore;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the status topic for the archive, as one group of all ingest instances. */
public final class ArchiveTopic {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveTopic.class);
  private static final Duration WAIT = Duration.ofSeconds(5);

  private ArchiveTopic() {}

  /** Starts reading; what titles come to is kept in {@code store}. */
  public static GroupReader start(KafkaClients clients, ObjectStore store) {
    Topics topics = clients.config().topics();
    StatusArchive archive = new StatusArchive(store);
    return GroupReader.fromBeginning(
        clients,
        topics.titleStatus() + ".archive",
        topics.titleStatus(),
        record -> handle(archive, record));
  }

  private static Optional<Duration> handle(StatusArchive archive, Received<byte[]> record) {
    try {
      archive.accept(record.key(), record.value());
      return Optional.empty();
    } catch (ReelwayException e) {
      LOG.warn("The status of '{}' will be kept later: {}", record.key(), e.getMessage());
      return Optional.of(WAIT);
    }
  }
}
