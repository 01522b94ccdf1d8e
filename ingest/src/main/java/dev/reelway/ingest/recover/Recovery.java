package dev.reelway.ingest.recover;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.Maintenance;
import dev.reelway.ingest.accept.TitleSender;
import dev.reelway.ingest.retain.ErasedTitles;
import dev.reelway.ingest.retain.Titles;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the workflow back the titles that it does not know: those that had ended as they ended,
 * those that were at work from their requests; finished chunks are found under their content keys.
 * Nothing in storage changes, so what is public stays public. Running it twice is running it once.
 */
public final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final ObjectStore store;
  private final Titles titles;
  private final TitleSender sender;
  private final ErasedTitles erased;
  private final List<String> unreadable = new ArrayList<>();
  private int restored;
  private int known;

  private Recovery(ObjectStore store, Titles titles, TitleSender sender) {
    this.store = store;
    this.titles = titles;
    this.sender = sender;
    this.erased = new ErasedTitles(store);
  }

  /**
   * Recovers everything in {@code store}.
   *
   * @throws ReelwayException if storage or Kafka is away; then run it again
   */
  public static Maintenance.Recovered run(ObjectStore store, Titles titles, TitleSender sender) {
    if (!titles.isComplete()) {
      throw new ReelwayException(
          FailureKind.MESSAGING_UNAVAILABLE,
          "Not all titles that the workflow knows have been read yet; try again in a moment.");
    }
    Recovery recovery = new Recovery(store, titles, sender);
    TitleFolders.each(store, recovery::recover);
    return new Maintenance.Recovered(recovery.restored, recovery.known, recovery.unreadable);
  }

  private void recover(TitleFolders.Folder folder) {
    if (titles.find(folder.titleId()).isPresent()) {
      known++;
      return;
    }
    try {
      if (!folder.requests().isEmpty() && !isErased(folder)) {
        messages(folder).forEach(message -> sender.send(folder.titleId(), message));
        restored++;
      }
    } catch (ReelwayException e) {
      if (e.kind().retryable()) {
        throw e;
      }
      LOG.warn("The title '{}' is not recovered: {}", folder.titleId(), e.getMessage());
      unreadable.add(folder.titleId());
    }
  }

  private boolean isErased(TitleFolders.Folder folder) {
    ListedObject newest = folder.requests().get(folder.requests().size() - 1);
    return erased
        .erasedAt(folder.titleId())
        .filter(at -> at.isAfter(newest.lastModified()))
        .isPresent();
  }

  private Stream<TitleMessage> messages(TitleFolders.Folder folder) {
    List<TitleRequest> requests =
        folder.requests().stream()
            .flatMap(request -> read(request.key(), TitleRequest.class).stream())
            .sorted(Comparator.comparing(request -> Instant.parse(request.requestedAt())))
            .toList();
    TitleRequest newest = requests.get(requests.size() - 1);
    Optional<TitleStatus> status =
        folder.hasStatus()
            ? read(StorageLayout.jobStatusKey(folder.titleId()), TitleStatus.class)
            : Optional.empty();
    return status
        .map(ended -> messages(ended, requests, newest))
        .orElseGet(() -> Stream.of(new TitleMessage.Submit(newest)));
  }

  private static Stream<TitleMessage> messages(
      TitleStatus status, List<TitleRequest> requests, TitleRequest newest) {
    TitleRequest ended =
        requests.stream()
            .filter(request -> request.requestId().equals(status.requestId()))
            .findFirst()
            .orElseThrow(() -> undocumented(status));
    TitleMessage restore = new TitleMessage.Restore(ended, status);
    return newest.equals(ended)
        ? Stream.of(restore)
        : Stream.of(restore, new TitleMessage.Submit(newest));
  }

  private static ReelwayException undocumented(TitleStatus status) {
    return new ReelwayException(
        FailureKind.INVARIANT_BROKEN,
        "The request " + status.requestId() + " that it was made from is not there.");
  }

  private <T> Optional<T> read(String key, Class<T> type) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(Json.read(object.readAllBytes(), type, key));
    }
  }
}
