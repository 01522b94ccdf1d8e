package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.References;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks Periods, sets and Representations and finds the segments of each. */
final class MpdTracks {
  private final Place place;
  private final Element root;
  private final Faults faults;
  private final List<MpdTrack> tracks = new ArrayList<>();
  private int left;

  private MpdTracks(Place place, Element root, int mostSegments, Faults faults) {
    this.place = place;
    this.root = root;
    this.left = mostSegments;
    this.faults = faults;
  }

  static List<MpdTrack> of(Place place, Element root, int mostSegments, Faults faults)
      throws IOException {
    MpdTracks walk = new MpdTracks(place, root, mostSegments, faults);
    walk.periods();
    return walk.tracks;
  }

  private void periods() throws IOException {
    Optional<String> base = base(Optional.of(faults.path()), root);
    List<Element> periods = root.all("Period").toList();
    Rational start = Rational.ZERO;
    for (int i = 0; i < periods.size(); i++) {
      Element period = periods.get(i);
      start = seconds(period, "start").orElse(start);
      Element next = i + 1 < periods.size() ? periods.get(i + 1) : null;
      Optional<Rational> duration = duration(period, start, next);
      period(period, start, duration, base(base, period));
      start = start.plus(duration.orElse(Rational.ZERO));
    }
  }

  private Optional<Rational> duration(Element period, Rational start, Element next) {
    Optional<Rational> end =
        next == null ? seconds(root, "mediaPresentationDuration") : seconds(next, "start");
    return seconds(period, "duration")
        .or(() -> end.map(at -> at.minus(start)))
        .filter(length -> length.signum() >= 0);
  }

  private void period(
      Element period, Rational start, Optional<Rational> duration, Optional<String> base)
      throws IOException {
    for (Element set : period.all("AdaptationSet").toList()) {
      Optional<String> setBase = base(base, set);
      for (Element representation : set.all("Representation").toList()) {
        TrackAddress address =
            new TrackAddress(
                period, set, representation, start, duration, left, base(setBase, representation));
        MpdTrack track = new Addressing(place, address, faults).track();
        left = Math.max(0, left - track.times().size());
        tracks.add(track);
      }
    }
  }

  /** Only the first BaseURL counts: the others are alternatives. */
  private Optional<String> base(Optional<String> above, Element level) {
    Optional<Element> own = level.first("BaseURL");
    if (own.isEmpty() || above.isEmpty()) {
      return above;
    }
    Optional<String> base = References.resolve(above.get(), own.get().text());
    if (base.isEmpty()) {
      faults.add(
          DashRule.DASH_ADDRESSING, own.get().line(), "a base in the package", own.get().text());
    }
    return base;
  }

  private static Optional<Rational> seconds(Element element, String name) {
    return element.attribute(name).flatMap(XmlDuration::parse);
  }
}
