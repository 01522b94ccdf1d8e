package dev.reelway.ingest.recover;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The documents by which titles are rebuilt, one title after the other. */
final class TitleFolders {

  private static final String FIRST_LETTERS = "-0123456789abcdefghijklmnopqrstuvwxyz";

  /**
   * A title's documents.
   *
   * @param requests its requests, the newest put last
   * @param hasStatus whether it is known what it came to
   */
  record Folder(String titleId, List<ListedObject> requests, boolean hasStatus) {}

  private TitleFolders() {}

  // By first letter, so that not all documents of a catalogue are in memory at once.
  static void each(ObjectStore store, Consumer<Folder> consumer) {
    for (int i = 0; i < FIRST_LETTERS.length(); i++) {
      Map<String, List<ListedObject>> titles = new TreeMap<>();
      for (ListedObject object : store.list(StorageLayout.JOBS_PREFIX + FIRST_LETTERS.charAt(i))) {
        String rest = object.key().substring(StorageLayout.JOBS_PREFIX.length());
        int slash = rest.indexOf('/');
        if (slash > 0 && isWanted(rest.substring(0, slash), object.key())) {
          titles.computeIfAbsent(rest.substring(0, slash), id -> new ArrayList<>()).add(object);
        }
      }
      titles.forEach((titleId, documents) -> consumer.accept(folder(titleId, documents)));
    }
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
