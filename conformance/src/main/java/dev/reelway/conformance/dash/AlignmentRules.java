package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.contracts.time.Rational;
import java.util.List;

/** segmentAlignment: the Representations of a set are cut at the same times. */
final class AlignmentRules implements DashRules {

  @Override
  public void check(DashPackage title) {
    for (Element set : title.mpd().sets()) {
      String declared = set.attribute("segmentAlignment").orElse("false");
      List<MpdTrack> tracks = title.mpd().of(set);
      if (declared.equals("true")) {
        tracks.stream().skip(1).forEach(track -> compare(title, tracks.get(0), track));
      }
    }
  }

  private static void compare(DashPackage title, MpdTrack first, MpdTrack other) {
    int count = Math.min(first.times().size(), other.times().size());
    for (int i = 0; i < count; i++) {
      Rational expected = start(first, i);
      Rational found = start(other, i);
      if (expected.compareTo(found) != 0) {
        fault(title, other, i, Seconds.text(expected), Seconds.text(found));
        return;
      }
    }
    if (first.times().size() != other.times().size()) {
      String expected = first.times().size() + " segments, as " + first.id();
      fault(title, other, count, expected, String.valueOf(other.times().size()));
    }
  }

  private static Rational start(MpdTrack track, int index) {
    return track.seconds(track.times().get(index).ticks() - track.offsetTicks());
  }

  private static void fault(
      DashPackage title, MpdTrack track, int index, String expected, String found) {
    String place = ", segment " + (index + 1) + " of " + track.id();
    title.faults().add(DashRule.DASH_ALIGNMENT, track.line(), expected, found + place);
  }
}
