package dev.reelway.manifest.gate;

import dev.reelway.conformance.model.KnownSegments;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.title.Stamps;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.SegmentMeasures;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Segments that were judged when they were packaged and lie in storage as they did then. Whatever
 * has no hash, as in titles of earlier programs, is left to be read.
 */
final class JudgedSegments implements KnownSegments {

  private static final long MILLIS = 1000;

  private final ObjectStore store;
  private final StorageLayout layout;
  private final ListedPlace place;
  private final Stamps stamps;
  private final Findings findings;
  private final Map<String, SegmentMeasures> measures = new HashMap<>();
  private final Set<String> judgedFiles = new HashSet<>();

  private JudgedSegments(
      ObjectStore store,
      StorageLayout layout,
      ListedPlace place,
      Stamps stamps,
      Findings findings) {
    this.store = store;
    this.layout = layout;
    this.place = place;
    this.stamps = stamps;
    this.findings = findings;
  }

  /** Compares {@code stamps} with what is listed; notes what has changed. */
  static JudgedSegments of(
      ObjectStore store,
      StorageLayout layout,
      ListedPlace place,
      Stamps stamps,
      Stream<? extends Track> tracks,
      Findings findings) {
    JudgedSegments judged = new JudgedSegments(store, layout, place, stamps, findings);
    tracks.forEach(judged::add);
    return judged;
  }

  @Override
  public Optional<SegmentMeasures> measures(Location location) {
    return location.range().isPresent()
        ? Optional.empty()
        : Optional.ofNullable(measures.get(location.path()));
  }

  @Override
  public boolean isJudgedFile(String path) {
    return judgedFiles.contains(path);
  }

  private void add(Track track) {
    boolean first = true;
    for (SegmentEntry segment : track.segments()) {
      String path = inside(track.segmentKey(layout, segment.number()));
      if (isUnchanged(track, segment, path)) {
        segment.measures().ifPresent(known -> measures.put(path, known));
        // The first file is read with the manifests: it stands for what they say of all.
        if (segment.measures().isEmpty() && !first) {
          judgedFiles.add(path);
        }
      }
      first = false;
    }
  }

  private boolean isUnchanged(Track track, SegmentEntry segment, String path) {
    Optional<ListedObject> there = place.find(path);
    if (segment.sha256().isEmpty() || there.isEmpty()) {
      return false; // what is missing is found by whoever looks for it
    }
    if (there.get().stamp().equals(stamps.of(track.id(), segment.number()))) {
      return true;
    }
    String judged = segment.sha256().get();
    String found = StoredHash.of(store, there.get().key());
    findings.expect(
        found.equals(judged),
        GateRule.GATE_OBJECT_UNCHANGED,
        where(track, segment, path),
        segment.sizeBytes() + " bytes with the SHA-256 " + judged,
        there.get().sizeBytes() + " bytes with " + found);
    return found.equals(judged);
  }

  private Where where(Track track, SegmentEntry segment, String path) {
    String folder = inside(layout.trackPrefix(track.id()));
    MediaTime start = new MediaTime(segment.startTicks(), track.timescale());
    long millis = start.seconds().times(MILLIS).round(RoundingMode.FLOOR);
    return Where.segment(
        folder.substring(0, folder.length() - 1),
        path,
        segment.number(),
        new MediaTime(millis, MILLIS));
  }

  private String inside(String key) {
    return key.substring(layout.titlePrefix().length());
  }
}
