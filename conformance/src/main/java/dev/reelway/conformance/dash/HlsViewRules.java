package dev.reelway.conformance.dash;

import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.DeclaredTrack;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.model.Rendition;
import dev.reelway.conformance.place.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether playlists and MPD, where there are both, name the same media. */
final class HlsViewRules implements DashRules {

  @Override
  public void check(DashPackage title) {
    boolean both =
        title.renditions().tracks().stream()
            .anyMatch(track -> !track.manifest().equals(title.mpd().path()));
    if (!both) {
      return;
    }
    Set<Location> trickMode =
        title.mpd().tracks().stream()
            .filter(track -> TrickModeRules.isTrickMode(track.set()))
            .flatMap(track -> track.track().init().stream())
            .collect(Collectors.toSet());
    for (Rendition rendition : title.renditions().renditions()) {
      Optional<DeclaredTrack> mine = by(title, rendition, true);
      Optional<DeclaredTrack> other = by(title, rendition, false);
      if (mine.isPresent() && other.isPresent()) {
        segments(title, mine.get(), other.get());
      } else if (rendition.kind() != MediaKind.TEXT && !trickMode.contains(rendition.init())) {
        title
            .faults()
            .add(
                DashRule.DASH_HLS_TRACKS,
                0,
                rendition.name() + " in playlists and MPD",
                mine.isPresent() ? "in the MPD only" : "in playlists only");
      }
    }
  }

  private static Optional<DeclaredTrack> by(DashPackage title, Rendition rendition, boolean mpd) {
    return rendition.declared().stream()
        .filter(track -> track.manifest().equals(title.mpd().path()) == mpd)
        .findFirst();
  }

  private static void segments(DashPackage title, DeclaredTrack mine, DeclaredTrack other) {
    List<Location> expected = other.segments().stream().map(DeclaredSegment::location).toList();
    List<Location> found = mine.segments().stream().map(DeclaredSegment::location).toList();
    int same = 0;
    int count = Math.min(expected.size(), found.size());
    while (same < count && expected.get(same).equals(found.get(same))) {
      same++;
    }
    if (same < Math.max(expected.size(), found.size())) {
      title
          .faults()
          .add(
              DashRule.DASH_HLS_VIEW,
              0,
              "segment " + (same + 1) + " as in " + other.name() + ": " + at(expected, same),
              at(found, same) + " in " + mine.name());
    }
  }

  private static String at(List<Location> segments, int index) {
    return index < segments.size() ? segments.get(index).toString() : "none";
  }
}
