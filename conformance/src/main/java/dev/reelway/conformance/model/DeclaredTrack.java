package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A track as one manifest declares it: an HLS media playlist or a DASH Representation.
 *
 * @param manifest path of the playlist or MPD
 * @param name how findings call it: the playlist's path or {@code mpd#representation}
 * @param kind what it holds
 * @param init where the init segment lies; empty only for files without one
 * @param segments in order
 */
public record DeclaredTrack(
    String manifest,
    String name,
    MediaKind kind,
    Optional<Location> init,
    List<DeclaredSegment> segments) {

  /** Copies the list. */
  public DeclaredTrack {
    segments = List.copyOf(segments);
  }

  /** Returns the sum of the declared durations, seconds. */
  public Rational duration() {
    return segments.stream().map(DeclaredSegment::duration).reduce(Rational.ZERO, Rational::plus);
  }
}
