package dev.reelway.ingest.watch;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a watch folder remembers, in storage so that every node and every restart knows it: one
 * empty object per state of a file.
 *
 * <pre>
 *  system/watch/&lt;folder&gt;/seen-&lt;mark&gt;    master and sidecar looked like this, since its date
 *  system/watch/&lt;folder&gt;/taken-&lt;mark&gt;   this master became a title
 *  system/watch/&lt;folder&gt;/told-&lt;mark&gt;    somebody was told what is wrong with them
 * </pre>
 */
final class Marks {

  enum Kind {
    SEEN("seen-"),
    TAKEN("taken-"),
    TOLD("told-");

    final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private static final Duration FORGET = Duration.ofDays(1);

  private final ObjectStore store;
  private final String prefix;
  private Map<String, Instant> known = Map.of();

  Marks(ObjectStore store, String folder) {
    this.store = store;
    this.prefix = StorageLayout.SYSTEM_PREFIX + "watch/" + folder + "/";
  }

  /** Reads all marks anew. */
  void refresh() {
    known =
        store.list(prefix).stream()
            .collect(
                Collectors.toMap(
                    object -> object.key().substring(prefix.length()), ListedObject::lastModified));
  }

  /** When a mark was made, if it was. */
  Optional<Instant> at(Kind kind, String mark) {
    return Optional.ofNullable(known.get(kind.label + mark));
  }

  boolean has(Kind kind, String mark) {
    return at(kind, mark).isPresent();
  }

  void put(Kind kind, String mark) {
    String key = prefix + kind.label + mark;
    store.put(key, ObjectBody.ofText(""), PutOptions.forKey(key).ifAbsent());
  }

  void remove(Kind kind, String mark) {
    store.delete(prefix + kind.label + mark);
  }

  /**
   * Forgets files that are no longer there. A folder that looks empty may be one whose disk is
   * away: then nothing is forgotten, or all of it would be taken again once it is back.
   */
  void forgetAllBut(List<Arrival> arrivals, Instant now) {
    if (arrivals.isEmpty()) {
      return;
    }
    Set<String> current =
        arrivals.stream()
            .flatMap(a -> Stream.of(a.masterMark(), a.wholeMark()))
            .collect(Collectors.toSet());
    known.forEach(
        (name, at) -> {
          String mark = name.substring(name.indexOf('-') + 1);
          if (!current.contains(mark) && at.isBefore(now.minus(FORGET))) {
            store.delete(prefix + name);
          }
        });
  }
}
