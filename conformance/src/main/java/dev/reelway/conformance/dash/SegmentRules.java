package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.Rational;
import java.util.Map;

/** Each segment's time in the MPD against its time in the media, and how it starts. */
final class SegmentRules implements DashRules {
  /** Text has no frames; its times are milliseconds. */
  private static final Rational TEXT_SLACK = new Rational(1, 500);

  @Override
  public void check(DashPackage title) {
    for (MpdTrack track : title.mpd().tracks()) {
      track.measured(title.media()).ifPresent(media -> track(title, track, media));
    }
  }

  private static void track(DashPackage title, MpdTrack track, MeasuredTrack media) {
    Map<Location, MeasuredSegment> measured = media.byLocation();
    boolean sap = track.attribute("startWithSAP").filter(type -> "123".contains(type)).isPresent();
    for (int i = 0; i < track.times().size(); i++) {
      DeclaredSegment declared = track.track().segments().get(i);
      MeasuredSegment segment = measured.get(declared.location());
      if (segment == null || segment.samples() == 0) {
        continue; // another rule's business
      }
      Rational edit = new Rational(media.mediaStartTicks(), segment.start().timescale());
      times(title, track, i, segment, edit);
      if (sap && !segment.startsWithSync()) {
        fault(title, DashRule.DASH_START_WITH_SAP, track, i, "a sync sample first", "another one");
      }
    }
  }

  private static void times(
      DashPackage title, MpdTrack track, int index, MeasuredSegment segment, Rational edit) {
    SegmentTime time = track.times().get(index);
    Rational start = track.seconds(time.ticks());
    Rational duration = track.seconds(time.durationTicks());
    Rational found = segment.start().seconds();
    Rational length = segment.duration().seconds();
    Rational slack = track.byNumber() ? duration.dividedBy(Rational.of(2)) : slack(track, segment);
    boolean near =
        Seconds.near(start, found, slack) || Seconds.near(start, found.minus(edit), slack);
    if (!near) {
      fault(
          title,
          track.byNumber() ? DashRule.DASH_SEGMENT_SUM : DashRule.DASH_SEGMENT_START,
          track,
          index,
          Seconds.text(found) + ", as in the media",
          Seconds.text(start));
    }
    if (!track.byNumber()
        && !Seconds.near(duration, length, slack)
        && !(index == 0 && Seconds.near(duration, length.minus(edit), slack))) {
      fault(
          title,
          DashRule.DASH_SEGMENT_DURATION,
          track,
          index,
          Seconds.text(length) + ", as in the media",
          Seconds.text(duration));
    }
  }

  private static Rational slack(MpdTrack track, MeasuredSegment segment) {
    return track.track().kind() == MediaKind.TEXT
        ? TEXT_SLACK
        : segment.duration().seconds().dividedBy(Rational.of(segment.samples()));
  }

  private static void fault(
      DashPackage title, DashRule rule, MpdTrack track, int index, String expected, String found) {
    String place = ", segment " + (index + 1) + " of " + track.id();
    title.faults().add(rule, track.line(), expected, found + place);
  }
}
