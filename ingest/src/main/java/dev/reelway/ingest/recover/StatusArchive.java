package dev.reelway.ingest.recover;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.FormRules;
import dev.reelway.ingest.retain.ErasedTitles;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what titles came to in storage, beside their requests. Every status may come twice. */
public final class StatusArchive {

  private static final Logger LOG = LoggerFactory.getLogger(StatusArchive.class);

  private final ObjectStore store;
  private final ErasedTitles erased;

  /** Writes to {@code store}. */
  public StatusArchive(ObjectStore store) {
    this.store = store;
    this.erased = new ErasedTitles(store);
  }

  /**
   * A record of the status topic.
   *
   * @param titleId its key
   * @param json its value, absent if the title was erased
   * @throws ReelwayException retryable, if storage is away
   */
  public void accept(String titleId, Optional<byte[]> json) {
    if (!FormRules.isId(titleId)) {
      return; // The workflow's answer to a probe.
    }
    if (json.isEmpty()) {
      erased.mark(titleId);
      store.delete(StorageLayout.jobStatusKey(titleId));
      return;
    }
    try {
      keep(Json.read(json.get(), TitleStatus.class, "A title's status"));
    } catch (ReelwayException e) {
      if (e.kind().retryable()) {
        throw e;
      }
      LOG.warn("The status of '{}' is not kept: {}", titleId, e.getMessage());
    }
  }

  private void keep(TitleStatus status) {
    String key = StorageLayout.jobStatusKey(status.titleId());
    if (isEnd(status.phase())) {
      store.put(key, ObjectBody.ofBytes(Json.writePretty(status)), PutOptions.forKey(key));
      erased.unmark(status.titleId());
    } else if (status.phase() == Phase.SUBMITTED && isOutdatedBy(status, key)) {
      store.delete(key);
    }
  }

  private static boolean isEnd(Phase phase) {
    return switch (phase) {
      case PUBLISHED, UNPUBLISHED, HELD -> true;
      default -> phase.isGivenUp();
    };
  }

  // A given-up title that is tried again would otherwise be restored as given up.
  private boolean isOutdatedBy(TitleStatus status, String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return false;
    }
    try (StoredObject object = found.get()) {
      TitleStatus kept = Json.read(object.readAllBytes(), TitleStatus.class, key);
      return kept.phase().isGivenUp()
          && kept.published().isEmpty()
          && kept.requestId().equals(status.requestId())
          && kept.run() < status.run();
    }
  }
}
