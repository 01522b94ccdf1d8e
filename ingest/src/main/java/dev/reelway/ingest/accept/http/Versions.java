package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The versions of a title that lie in storage: those with a plan. */
final class Versions {

  private final ObjectStore store;

  Versions(ObjectStore store) {
    this.store = store;
  }

  /**
   * A version.
   *
   * @param version from 1
   * @param plan when it was written
   */
  record Version(int version, ListedObject plan) {}

  /** Numbers of all versions, rising. */
  List<Integer> of(String titleId) {
    return list(titleId).stream().map(Version::version).toList();
  }

  /** All versions, rising. */
  List<Version> list(String titleId) {
    String prefix = StorageLayout.ofTitle(titleId).versionsPrefix();
    return store.list(prefix).stream()
        .flatMap(object -> version(titleId, prefix, object))
        .sorted(Comparator.comparingInt(Version::version))
        .toList();
  }

  private static Stream<Version> version(String titleId, String prefix, ListedObject object) {
    String folder = object.key().substring(prefix.length()).split("/", 2)[0];
    if (!folder.matches("[1-9][0-9]{0,8}")) {
      return Stream.empty();
    }
    int number = Integer.parseInt(folder);
    boolean plan = object.key().equals(StorageLayout.ofTitle(titleId).versionPlanKey(number));
    return plan ? Stream.of(new Version(number, object)) : Stream.empty();
  }
}
