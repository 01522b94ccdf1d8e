package dev.reelway.manifest.gate;

import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A version of a title in storage: its manifests and the tracks that it is made of, listed once, so
 * that looking whether thousands of segments are there costs no call for each.
 */
final class ListedPlace implements Place {

  private final ObjectStore store;
  private final String titlePrefix;
  private final Map<String, ListedObject> listed;

  private ListedPlace(ObjectStore store, String titlePrefix, Map<String, ListedObject> listed) {
    this.store = store;
    this.titlePrefix = titlePrefix;
    this.listed = listed;
  }

  /**
   * Lists what lies under some prefixes, several at a time.
   *
   * @param titlePrefix where the package begins
   */
  static ListedPlace of(ObjectStore store, String titlePrefix, Collection<String> prefixes) {
    Map<String, ListedObject> listed =
        prefixes.parallelStream()
            .flatMap(prefix -> store.list(prefix).stream())
            .collect(
                Collectors.toMap(
                    object -> object.key().substring(titlePrefix.length()), Function.identity()));
    return new ListedPlace(store, titlePrefix, listed);
  }

  /** What lies at a path; absent if nothing does. */
  Optional<ListedObject> find(String path) {
    return Optional.ofNullable(listed.get(path));
  }

  @Override
  public String address() {
    return titlePrefix.isEmpty() ? "the title" : titlePrefix;
  }

  @Override
  public Optional<Resource> open(String path) {
    return find(path)
        .map(object -> new StoredResource(store, object.key(), object.sizeBytes(), Map.of()));
  }

  @Override
  public Optional<List<String>> list() {
    return Optional.of(listed.keySet().stream().sorted().toList());
  }
}
