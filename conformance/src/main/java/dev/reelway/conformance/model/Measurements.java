package dev.reelway.conformance.model;

import java.util.List;
import java.util.Optional;

/**
 * What the bytes of all CMAF tracks measure.
 *
 * @param tracks as their bytes are
 * @param known what was judged before
 */
public record Measurements(List<MeasuredTrack> tracks, KnownSegments known) {

  /** Copies the list. */
  public Measurements {
    tracks = List.copyOf(tracks);
  }

  /** Tracks that were read just now. */
  public Measurements(List<MeasuredTrack> tracks) {
    this(tracks, KnownSegments.NONE);
  }

  /** Returns the track that this is a declaration of. */
  public Optional<MeasuredTrack> of(DeclaredTrack declared) {
    return tracks.stream()
        .filter(track -> declared.init().filter(track.rendition().init()::equals).isPresent())
        .findFirst();
  }
}
