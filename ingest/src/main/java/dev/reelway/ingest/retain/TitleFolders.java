package dev.reelway.ingest.retain;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The documents by which titles are rebuilt, one title after the other. */
public final class TitleFolders {

  private static final String FIRST_LETTERS = "-0123456789abcdefghijklmnopqrstuvwxyz";

  /**
   * A title's documents.
   *
   * @param requests its requests, the newest put last
   * @param hasStatus whether it is known what it came to
   */
  public record Folder(String titleId, List<ListedObject> requests, boolean hasStatus) {
    /** Defensive copy. */
    public Folder {
      requests = List.copyOf(requests);
    }

    /** When something was asked for last, if anything ever was. */
    public Optional<Instant> lastRequestAt() {
      return requests.isEmpty()
          ? Optional.empty()
          : Optional.of(requests.get(requests.size() - 1).lastModified());
    }
  }

  private TitleFolders() {}

  /**
   * Hands over every title's folder, by first letter, so that not all documents of a catalogue are
   * in memory at once.
   *
   * @param goOn is handed a folder and says whether to go on
   * @return whether it went on to the end
   */
  public static boolean each(ObjectStore store, Predicate<Folder> goOn) {
    for (int i = 0; i < FIRST_LETTERS.length(); i++) {
      Map<String, List<ListedObject>> titles = new TreeMap<>();
      for (ListedObject object : store.list(StorageLayout.JOBS_PREFIX + FIRST_LETTERS.charAt(i))) {
        String rest = object.key().substring(StorageLayout.JOBS_PREFIX.length());
        int slash = rest.indexOf('/');
        if (slash > 0 && isWanted(rest.substring(0, slash), object.key())) {
          titles.computeIfAbsent(rest.substring(0, slash), id -> new ArrayList<>()).add(object);
        }
      }
      for (Map.Entry<String, List<ListedObject>> title : titles.entrySet()) {
        if (!goOn.test(folder(title.getKey(), title.getValue()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isWanted(String titleId, String key) {
    return key.equals(StorageLayout.jobStatusKey(titleId))
        || key.startsWith(StorageLayout.requestsPrefix(titleId));
  }

  private static Folder folder(String titleId, List<ListedObject> documents) {
    String statusKey = StorageLayout.jobStatusKey(titleId);
    List<ListedObject> requests =
        documents.stream()
            .filter(document -> !document.key().equals(statusKey))
            .sorted(Comparator.comparing(ListedObject::lastModified))
            .toList();
    return new Folder(titleId, requests, requests.size() < documents.size());
  }
}
