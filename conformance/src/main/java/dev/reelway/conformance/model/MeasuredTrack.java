package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A track as its bytes are. A few numbers for each segment; never media data.
 *
 * @param rendition what the manifests declare
 * @param description what the init segment says; empty if it cannot be read or its codec is foreign
 * @param segments those that could be read, in order
 */
public record MeasuredTrack(
    Rendition rendition, Optional<TrackDescription> description, List<MeasuredSegment> segments) {

  /** Copies the list. */
  public MeasuredTrack {
    segments = List.copyOf(segments);
  }

  /** Returns the segments by where they lie. */
  public Map<Location, MeasuredSegment> byLocation() {
    return segments.stream()
        .collect(Collectors.toMap(MeasuredSegment::location, Function.identity(), (a, b) -> a));
  }
}
