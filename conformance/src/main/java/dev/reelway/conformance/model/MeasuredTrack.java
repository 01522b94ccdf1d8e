package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
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
 * @param mediaStartTicks media time at which presentation starts by the edit list, in the track's
 *     timescale; the priming of an audio track
 * @param description what the init segment says; empty if it cannot be read or its codec is foreign
 * @param segments those that could be read, in order
 */
public record MeasuredTrack(
    Rendition rendition,
    long mediaStartTicks,
    Optional<TrackDescription> description,
    List<MeasuredSegment> segments) {

  /** Copies the list. */
  public MeasuredTrack {
    segments = List.copyOf(segments);
  }

  /** Returns the segments by where they lie. */
  public Map<Location, MeasuredSegment> byLocation() {
    return segments.stream()
        .collect(Collectors.toMap(MeasuredSegment::location, Function.identity(), (a, b) -> a));
  }

  /** Returns when a segment is presented, seconds; the edit list is applied. */
  public Rational presented(MeasuredSegment segment) {
    MediaTime start = segment.start();
    return new Rational(start.ticks() - mediaStartTicks, start.timescale());
  }

  /** Returns when the last segment ends, seconds; zero without segments. */
  public Rational end() {
    if (segments.isEmpty()) {
      return Rational.ZERO;
    }
    MeasuredSegment last = segments.get(segments.size() - 1);
    return presented(last).plus(last.duration().seconds());
  }
}
