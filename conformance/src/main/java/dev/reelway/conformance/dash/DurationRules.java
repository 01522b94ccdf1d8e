package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/** mediaPresentationDuration and maxSegmentDuration against the segments. */
final class DurationRules implements DashRules {
  /** Durations are commonly written in milliseconds. */
  private static final Rational ROUNDING = new Rational(1, 1000);

  /** A frame of the slowest picture. */
  private static final Rational FRAME = new Rational(1, 20);

  @Override
  public void check(DashPackage title) {
    Mpd mpd = title.mpd();
    Optional<Rational> declared = mpd.duration("mediaPresentationDuration");
    if (declared.isPresent()) {
      segments(title, declared.get());
      periods(title, declared.get());
    } else if (mpd.isStatic()) {
      title
          .faults()
          .add(DashRule.DASH_DURATION, mpd.root().line(), "@mediaPresentationDuration", "none");
    }
    mpd.duration("maxSegmentDuration").ifPresent(most -> longest(title, most));
  }

  private static void segments(DashPackage title, Rational declared) {
    Optional<Rational> end = end(title, MediaKind.VIDEO).or(() -> end(title, MediaKind.AUDIO));
    if (end.isPresent() && !Seconds.near(end.get(), declared, FRAME)) {
      title
          .faults()
          .add(
              DashRule.DASH_DURATION,
              title.mpd().root().line(),
              Seconds.text(end.get()) + ", where the last segment ends",
              Seconds.text(declared));
    }
  }

  /** Where the longest track of a kind ends; a constant duration ends by definition right. */
  private static Optional<Rational> end(DashPackage title, MediaKind kind) {
    return title.mpd().tracks().stream()
        .filter(track -> track.track().kind() == kind && !track.times().isEmpty())
        .map(DurationRules::end)
        .max(Rational::compareTo);
  }

  private static Rational end(MpdTrack track) {
    SegmentTime last = track.times().get(track.times().size() - 1);
    return track.periodStart().plus(track.seconds(last.end() - track.offsetTicks()));
  }

  private static void periods(DashPackage title, Rational declared) {
    List<Element> periods = title.mpd().root().all("Period").toList();
    Rational sum = Rational.ZERO;
    for (Element period : periods) {
      Optional<Rational> duration = period.attribute("duration").flatMap(XmlDuration::parse);
      if (duration.isEmpty()) {
        return;
      }
      sum = sum.plus(duration.get());
    }
    if (!periods.isEmpty() && !Seconds.near(sum, declared, ROUNDING)) {
      title
          .faults()
          .add(
              DashRule.DASH_DURATION,
              title.mpd().root().line(),
              Seconds.text(sum) + ", the sum of the Periods",
              Seconds.text(declared));
    }
  }

  /** Thumbnails do not count: an image of tiles lasts a minute, and no player buffers by it. */
  private static void longest(DashPackage title, Rational most) {
    for (MpdTrack track : title.mpd().tracks()) {
      if (track.track().kind() == MediaKind.IMAGES) {
        continue;
      }
      for (SegmentTime time : track.times()) {
        Rational duration = track.seconds(time.durationTicks());
        if (duration.compareTo(most.plus(ROUNDING)) > 0) {
          title
              .faults()
              .add(
                  DashRule.DASH_MAX_SEGMENT_DURATION,
                  track.line(),
                  "segments of at most " + Seconds.text(most),
                  Seconds.text(duration) + " in " + track.id());
          break;
        }
      }
    }
  }
}
