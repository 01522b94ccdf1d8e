package dev.reelway.ingest.retain;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Removes tracks that no version names and retires old versions. Only of titles at rest that
 * changed within a month: what rests longer was looked at before, and a catalogue is large.
 */
final class TitleSweep {

  private static final Duration LOOK_BACK = Duration.ofDays(31);

  private final ObjectStore store;
  private final Titles titles;
  private final SweepRules rules;
  private final Instant now;

  TitleSweep(ObjectStore store, Titles titles, SweepRules rules, Instant now) {
    this.store = store;
    this.titles = titles;
    this.rules = rules;
    this.now = now;
  }

  void removeTracks(Removal removal) {
    for (TitleStatus title : titles.all()) {
      if (rests(title)) {
        guarded(title, removal, () -> removeTracks(title, removal));
      }
    }
  }

  /** Removes the manifests of all but the newest {@code kept} versions and the public one. */
  void retireVersions(int kept, Removal removal) {
    for (TitleStatus title : titles.all()) {
      if (rests(title)) {
        guarded(title, removal, () -> retireVersions(title, kept, removal));
      }
    }
  }

  private boolean rests(TitleStatus title) {
    Instant updatedAt = Instant.parse(title.updatedAt());
    return title.phase().isOver()
        && !updatedAt.isAfter(now.minus(rules.trackAge()))
        && updatedAt.isAfter(now.minus(LOOK_BACK));
  }

  private void removeTracks(TitleStatus title, Removal removal) {
    StorageLayout layout = StorageLayout.ofTitle(title.titleId());
    Map<String, List<ListedObject>> tracks = new TreeMap<>();
    for (ListedObject object : store.list(layout.tracksPrefix())) {
      String track = object.key().substring(layout.tracksPrefix().length()).replaceAll("/.*", "");
      tracks.computeIfAbsent(track, t -> new ArrayList<>()).add(object);
    }
    Instant due = now.minus(rules.trackAge());
    // After the listing: a version that names one of these tracks is there by now, or never.
    Set<String> named = new VersionPlans(store, layout).tracks(due);
    tracks.keySet().removeAll(named);
    for (List<ListedObject> track : tracks.values()) {
      boolean old = track.stream().noneMatch(object -> object.lastModified().isAfter(due));
      if (old && isUnchanged(title)) {
        track.forEach(removal::remove);
      }
    }
  }

  private void retireVersions(TitleStatus title, int kept, Removal removal) {
    StorageLayout layout = StorageLayout.ofTitle(title.titleId());
    Optional<Integer> published = title.published().map(publication -> publication.version());
    if (published.isEmpty() && store.head(layout.publicHlsKey()).isPresent()) {
      removal.problem(
          "The versions of '" + title.titleId() + "' are kept: it is public, nobody knows which.");
      return;
    }
    VersionPlans versions = new VersionPlans(store, layout);
    List<Integer> complete = versions.complete();
    for (int version : complete.subList(0, Math.max(0, complete.size() - kept))) {
      if (!published.equals(Optional.of(version)) && isUnchanged(title)) {
        versions.withoutPlan(version).forEach(removal::remove);
      }
    }
  }

  private boolean isUnchanged(TitleStatus title) {
    return titles.find(title.titleId()).equals(Optional.of(title));
  }

  private static void guarded(TitleStatus title, Removal removal, Runnable step) {
    try {
      step.run();
    } catch (ReelwayException e) {
      removal.problem("'" + title.titleId() + "' is left as it is: " + e.getMessage());
    }
  }
}
