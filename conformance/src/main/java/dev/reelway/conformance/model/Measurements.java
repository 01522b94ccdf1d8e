package dev.reelway.conformance.model;

import java.util.List;
import java.util.Optional;

/** What the bytes of all CMAF tracks measure. */
public record Measurements(List<MeasuredTrack> tracks) {

  /** Copies the list. */
  public Measurements {
    tracks = List.copyOf(tracks);
  }

  /** Returns the track that this is a declaration of. */
  public Optional<MeasuredTrack> of(DeclaredTrack declared) {
    return tracks.stream()
        .filter(track -> declared.init().filter(track.rendition().init()::equals).isPresent())
        .findFirst();
  }
}
