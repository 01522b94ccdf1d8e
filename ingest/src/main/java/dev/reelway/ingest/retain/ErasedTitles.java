package dev.reelway.ingest.retain;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers for a while which titles were erased. A title that is not on the list may also be one
 * whose Kafka data was lost; only with a mark may its documents be taken for leftovers.
 */
public final class ErasedTitles {

  private static final String PREFIX = StorageLayout.SYSTEM_PREFIX + "erased/";

  private final ObjectStore store;

  /** The marks in {@code store}. */
  public ErasedTitles(ObjectStore store) {
    this.store = store;
  }

  /** The title is gone on purpose. */
  public void mark(String titleId) {
    store.put(key(titleId), ObjectBody.ofText(""), PutOptions.forKey(key(titleId)));
  }

  /** The title is there again. */
  public void unmark(String titleId) {
    store.delete(key(titleId));
  }

  /** When a title was erased, if it was lately. */
  public Optional<Instant> erasedAt(String titleId) {
    return store.list(key(titleId)).stream()
        .filter(object -> object.key().equals(key(titleId)))
        .map(ListedObject::lastModified)
        .findFirst();
  }

  /** Removes what late writers left of erased titles, and marks that have done their duty. */
  void sweep(Titles titles, Duration age, Instant now, Removal removal) {
    for (ListedObject mark : store.list(PREFIX)) {
      String titleId = mark.key().substring(PREFIX.length());
      boolean due = !mark.lastModified().isAfter(now.minus(age));
      if (due && titles.find(titleId).isEmpty() && !isWantedAgain(titleId, mark)) {
        leftovers(titleId).forEach(removal::remove);
        removal.remove(mark);
      }
    }
  }

  private boolean isWantedAgain(String titleId, ListedObject mark) {
    return store.list(StorageLayout.requestsPrefix(titleId)).stream()
        .anyMatch(request -> !request.lastModified().isBefore(mark.lastModified()));
  }

  private List<ListedObject> leftovers(String titleId) {
    return Stream.of(
            StorageLayout.jobPrefix(titleId),
            StorageLayout.ofTitle(titleId).titlePrefix(),
            StorageLayout.mastersPrefix(titleId))
        .flatMap(prefix -> store.list(prefix).stream())
        .toList();
  }

  private static String key(String titleId) {
    return PREFIX + titleId;
  }
}
