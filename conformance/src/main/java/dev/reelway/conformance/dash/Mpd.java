package dev.reelway.conformance.dash;

import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/**
 * An MPD and its Representations.
 *
 * @param path in the package
 * @param root the MPD element
 * @param tracks in order
 */
record Mpd(String path, Element root, List<MpdTrack> tracks) {

  Mpd {
    tracks = List.copyOf(tracks);
  }

  /** A duration of the MPD element. */
  Optional<Rational> duration(String attribute) {
    return root.attribute(attribute).flatMap(XmlDuration::parse);
  }

  boolean isStatic() {
    return root.attribute("type").orElse("static").equals("static");
  }

  /** The tracks of this very AdaptationSet; another may be written alike. */
  @SuppressWarnings("ReferenceEquality")
  List<MpdTrack> of(Element set) {
    return tracks.stream().filter(track -> track.set() == set).toList();
  }

  /** The AdaptationSets of all Periods. */
  List<Element> sets() {
    return root.all("Period").flatMap(period -> period.all("AdaptationSet")).toList();
  }
}
