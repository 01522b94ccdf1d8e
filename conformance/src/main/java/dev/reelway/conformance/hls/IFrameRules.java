package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.work.MeasuredFragment;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The byte range of an I-frame holds its moof and its whole sample, RFC 8216bis 4.4.3.6. */
final class IFrameRules implements HlsRules {

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    Map<String, NavigableMap<Long, MeasuredFragment>> fragments = fragments(measurements);
    for (HlsPackage.Entry entry : title.entries().values()) {
      if (entry.track().kind() == MediaKind.KEY_FRAMES) {
        Faults faults = new Faults(entry.playlist().path(), findings);
        KeyFrameReader reader = new KeyFrameReader(title.place());
        for (MediaSegment segment : entry.playlist().segments()) {
          range(segment, fragments, reader, faults);
        }
      }
    }
  }

  private static Map<String, NavigableMap<Long, MeasuredFragment>> fragments(
      Measurements measurements) {
    Map<String, NavigableMap<Long, MeasuredFragment>> byFile = new HashMap<>();
    measurements.tracks().stream()
        .flatMap(track -> track.segments().stream())
        .forEach(
            segment ->
                segment
                    .fragments()
                    .forEach(
                        fragment ->
                            byFile
                                .computeIfAbsent(segment.location().path(), f -> new TreeMap<>())
                                .put(fragment.offset(), fragment)));
    return byFile;
  }

  private static void range(
      MediaSegment segment,
      Map<String, NavigableMap<Long, MeasuredFragment>> fragments,
      KeyFrameReader reader,
      Faults faults)
      throws IOException {
    if (segment.location().isEmpty()) {
      return;
    }
    Location location = segment.location().get();
    Optional<MeasuredFragment> fragment =
        fragments.containsKey(location.path())
            ? within(fragments.get(location.path()), location)
            : reader.read(location);
    if (fragment.isEmpty()) {
      faults.add(
          HlsRule.HLS_I_FRAME_RANGE,
          segment.line(),
          "a range that starts with a moof, or with what belongs to it",
          location.toString());
    } else if (end(location) < fragment.get().firstSampleEnd()) {
      faults.add(
          HlsRule.HLS_I_FRAME_RANGE,
          segment.line(),
          "a range to byte " + fragment.get().firstSampleEnd() + " at least",
          location.toString());
    }
  }

  /** The fragment whose moof is the first in the range; styp and sidx may lie before it. */
  private static Optional<MeasuredFragment> within(
      NavigableMap<Long, MeasuredFragment> fragments, Location location) {
    long start = location.range().map(ByteRange::offset).orElse(0L);
    var before = fragments.lowerEntry(start);
    var first = fragments.ceilingEntry(start);
    boolean inside = before != null && start < before.getValue().end();
    boolean there = first != null && first.getKey() < end(location);
    return inside || !there ? Optional.empty() : Optional.of(first.getValue());
  }

  private static long end(Location location) {
    return location.range().map(ByteRange::end).orElse(Long.MAX_VALUE);
  }
}
