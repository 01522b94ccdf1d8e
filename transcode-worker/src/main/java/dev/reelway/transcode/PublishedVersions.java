package dev.reelway.transcode;

import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through the versions of a title for tracks that a plan has, too. A track counts only if its
 * init segment and every segment that the version's report names lie there.
 */
public final class PublishedVersions {

  private final ObjectStore store;
  private final StorageLayout layout;

  /** The versions of the title of {@code layout}. */
  public PublishedVersions(ObjectStore store, StorageLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /** Those of the plan's tracks that lie there as a whole. */
  public PublishedTracks tracksOf(EncodePlan plan) {
    Set<String> wanted = plan.trackIds().collect(Collectors.toSet());
    Map<String, PublishedTrack> found = new HashMap<>();
    for (ListedObject object : store.list(layout.versionsPrefix())) {
      if (object.key().endsWith(StorageLayout.PRESENTATION)
          && !found.keySet().containsAll(wanted)) {
        new Documents(store)
            .find(object.key(), TitleReport.class)
            .ifPresent(report -> take(report, wanted, found));
      }
    }
    return new PublishedTracks(found);
  }

  private void take(TitleReport report, Set<String> wanted, Map<String, PublishedTrack> found) {
    Stream.concat(report.presentation().tracks(), report.presentation().poster().stream())
        .filter(track -> wanted.contains(track.id()) && !found.containsKey(track.id()))
        .forEach(track -> whole(track, report).ifPresent(whole -> found.put(track.id(), whole)));
  }

  private Optional<PublishedTrack> whole(Track track, TitleReport report) {
    Map<String, Long> sizes =
        store.list(layout.trackPrefix(track.id())).stream()
            .collect(Collectors.toMap(ListedObject::key, ListedObject::sizeBytes));
    boolean isWhole =
        track.segments().stream()
            .allMatch(
                segment ->
                    Long.valueOf(segment.sizeBytes())
                        .equals(sizes.get(track.segmentKey(layout, segment.number()))));
    return isWhole
        ? initSha256(track)
            .map(
                init ->
                    new PublishedTrack(
                        track,
                        init,
                        Optional.ofNullable(report.quality().get(track.id())),
                        Optional.ofNullable(report.loudness().get(track.id())),
                        report.damage()))
        : Optional.empty();
  }

  private Optional<String> initSha256(Track track) {
    return track.holdsFiles()
        ? Optional.of(ContentHash.of(new byte[0]))
        : store.get(layout.initKey(track.id())).map(PublishedVersions::sha256);
  }

  private static String sha256(StoredObject init) {
    try (init) {
      return ContentHash.of(init.readAllBytes());
    }
  }
}
