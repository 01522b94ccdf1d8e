package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.time.Rational;
import java.util.Map;
import java.util.Optional;

/** EXTINF against the durations of the media. */
final class SegmentTimeRules implements HlsRules {
  /** Text has no frames; its times are milliseconds. */
  private static final Rational TEXT_SLACK = new Rational(1, 500);

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    for (HlsPackage.Entry entry : title.entries().values()) {
      entry
          .measured(measurements)
          .ifPresent(track -> track(entry, track, new Faults(entry.playlist().path(), findings)));
    }
  }

  private static void track(HlsPackage.Entry entry, MeasuredTrack track, Faults faults) {
    Map<Location, MeasuredSegment> measured = track.byLocation();
    Drift drift = new Drift();
    Optional<MeasuredSegment> before = Optional.empty();
    for (MediaSegment segment : entry.playlist().segments()) {
      Optional<MeasuredSegment> media = segment.location().map(measured::get);
      if (media.isEmpty() || media.get().samples() == 0) {
        return; // a missing or damaged segment is another rule's business
      }
      Rational frame = frame(entry, media.get());
      Rational duration = duration(track, media.get(), before.isEmpty());
      duration(segment, duration, frame, faults);
      jump(segment, before, media.get(), frame, faults);
      if (drift.exceeds(segment.duration().minus(duration), frame)) {
        faults.add(
            HlsRule.HLS_DURATION_SUM,
            segment.line(),
            "sums within " + Seconds.text(frame),
            "EXTINF that drift by " + Seconds.text(drift.width()));
        drift = new Drift();
      }
      before = media;
    }
  }

  /** What the edit list cuts off the front of the first segment is not played. */
  private static Rational duration(MeasuredTrack track, MeasuredSegment segment, boolean first) {
    long cut = first ? track.mediaStartTicks() - segment.start().ticks() : 0;
    Rational seconds = segment.duration().seconds();
    return cut <= 0 ? seconds : seconds.minus(new Rational(cut, segment.start().timescale()));
  }

  private static Rational frame(HlsPackage.Entry entry, MeasuredSegment segment) {
    return entry.track().kind() == MediaKind.TEXT
        ? TEXT_SLACK
        : segment.duration().seconds().dividedBy(Rational.of(segment.samples()));
  }

  private static void duration(
      MediaSegment segment, Rational media, Rational frame, Faults faults) {
    Rational difference = segment.duration().minus(media);
    if (Seconds.absolute(difference).compareTo(frame) > 0) {
      faults.add(
          HlsRule.HLS_SEGMENT_DURATION,
          segment.line(),
          Seconds.text(media),
          Seconds.text(segment.duration()));
    }
  }

  private static void jump(
      MediaSegment segment,
      Optional<MeasuredSegment> before,
      MeasuredSegment media,
      Rational frame,
      Faults faults) {
    if (before.isEmpty() || segment.discontinuity()) {
      return;
    }
    Rational end = before.get().decodeStart().seconds().plus(before.get().duration().seconds());
    Rational jump = media.decodeStart().seconds().minus(end);
    if (Seconds.absolute(jump).compareTo(frame) > 0) {
      faults.add(
          HlsRule.HLS_DISCONTINUITY,
          segment.line(),
          "media that goes on at " + Seconds.text(end),
          "a start at " + Seconds.text(media.decodeStart().seconds()));
    }
  }

  /** How far the sums of EXTINF and of the media part, between any two borders. */
  private static final class Drift {
    private Rational now = Rational.ZERO;
    private Rational lowest = Rational.ZERO;
    private Rational highest = Rational.ZERO;

    boolean exceeds(Rational difference, Rational frame) {
      now = now.plus(difference);
      lowest = now.compareTo(lowest) < 0 ? now : lowest;
      highest = now.compareTo(highest) > 0 ? now : highest;
      return width().compareTo(frame) > 0;
    }

    Rational width() {
      return highest.minus(lowest);
    }
  }
}
