package dev.reelway.ingest.retain;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Removes work objects. They are listed in sixteen parts, by the first digit of their content keys;
 * before each part goes, plans that were made meanwhile are read, so that a title planned during
 * the sweep keeps what it is about to reuse.
 */
final class WorkSweep {

  private static final String DIGITS = "0123456789abcdef";
  private static final int KEY_DIGITS = 64;
  private static final Pattern WORK_OBJECT =
      Pattern.compile("[0-9a-f]{64}(-[0-9])?\\.(mp4|json|jpg)");
  private static final Duration LEFTOVER_AGE = Duration.ofDays(1);
  private static final String CHUNKS = StorageLayout.ofTitle("any").workPrefix() + "chunks/";

  private final ObjectStore store;
  private final WorkReferences references;
  private final SweepRules rules;
  private final Instant now;

  WorkSweep(ObjectStore store, Titles titles, SweepRules rules, Instant now) {
    this.store = store;
    this.references = new WorkReferences(store, titles, rules.workKeep());
    this.rules = rules;
    this.now = now;
  }

  void run(Removal removal) {
    try {
      references.update(now);
      for (int i = 0; i < DIGITS.length(); i++) {
        sweep(CHUNKS + DIGITS.charAt(i), removal);
      }
    } catch (ReelwayException e) {
      removal.problem("Work objects are kept: " + e.getMessage());
    }
  }

  private void sweep(String prefix, Removal removal) {
    // Bytes and record of an object go together, or a record would promise bytes that are gone.
    Map<String, List<ListedObject>> objects = new TreeMap<>();
    List<ListedObject> leftovers = new ArrayList<>();
    for (ListedObject object : store.list(prefix)) {
      String name = object.key().substring(CHUNKS.length());
      if (WORK_OBJECT.matcher(name).matches()) {
        objects
            .computeIfAbsent(name.substring(0, KEY_DIGITS), key -> new ArrayList<>())
            .add(object);
      } else if (isOlder(object, LEFTOVER_AGE)) {
        leftovers.add(object); // A store's own temporary file, abandoned in a crash.
      }
    }
    references.update(now);
    leftovers.forEach(removal::remove);
    objects.forEach(
        (contentKey, parts) -> {
          if (isDue(contentKey, parts)) {
            parts.forEach(removal::remove); // Stills first, then the record: "-" < "." < "m".
          }
        });
  }

  private boolean isDue(String contentKey, List<ListedObject> parts) {
    if (references.isAlive(contentKey)) {
      return false;
    }
    Duration kept = references.isRecent(contentKey) ? rules.workKeep() : rules.grace();
    return parts.stream().allMatch(part -> isOlder(part, kept));
  }

  private boolean isOlder(ListedObject object, Duration age) {
    return !object.lastModified().isAfter(now.minus(age));
  }
}
