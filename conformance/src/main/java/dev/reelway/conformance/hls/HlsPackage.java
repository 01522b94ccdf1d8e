package dev.reelway.conformance.hls;

import dev.reelway.conformance.model.DeclaredTrack;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The playlists of a title, as they were read.
 *
 * @param place they lie in
 * @param top the multivariant playlist; one without variants if the title is a single playlist
 * @param entries every media playlist, in the order in which it was named first
 */
record HlsPackage(Place place, MultivariantPlaylist top, Map<String, Entry> entries) {

  /**
   * A media playlist with what it is declared to be.
   *
   * @param playlist as it was read
   * @param track the same in the terms of the model
   */
  record Entry(MediaPlaylist playlist, DeclaredTrack track) {
    Optional<MeasuredTrack> measured(Measurements measurements) {
      return track.kind().isCmaf() ? measurements.of(track) : Optional.empty();
    }
  }

  Optional<Entry> entry(Optional<String> path) {
    return path.map(entries::get);
  }

  /** The playlists of the members of a group. */
  List<Entry> group(String type, String id) {
    return top.group(type, id).stream()
        .flatMap(member -> entry(member.path()).stream())
        .distinct()
        .toList();
  }
}
