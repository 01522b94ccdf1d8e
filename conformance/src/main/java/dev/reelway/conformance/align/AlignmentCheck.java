package dev.reelway.conformance.align;

import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges whether the tracks of a package fit together. */
public final class AlignmentCheck {
  private static final long MILLIS = 1000;

  private final Findings findings;

  /** Notes what does not fit. */
  public AlignmentCheck(Findings findings) {
    this.findings = findings;
  }

  /** Compares all tracks with the video track that has the most segments. */
  public void check(Measurements measurements) {
    List<MeasuredTrack> videos = of(measurements, MediaKind.VIDEO);
    Optional<MeasuredTrack> reference =
        videos.stream().max(Comparator.comparingInt(track -> track.segments().size()));
    if (reference.isEmpty()) {
      return;
    }
    MeasuredTrack video = reference.get();
    videos.stream().filter(track -> !track.equals(video)).forEach(track -> video(video, track));
    of(measurements, MediaKind.AUDIO).forEach(track -> audio(video, track));
    of(measurements, MediaKind.TEXT).forEach(track -> text(video, track));
  }

  private static List<MeasuredTrack> of(Measurements measurements, MediaKind kind) {
    return measurements.tracks().stream()
        .filter(track -> track.rendition().kind() == kind && !track.segments().isEmpty())
        .toList();
  }

  private void video(MeasuredTrack reference, MeasuredTrack track) {
    findings.expect(
        track.segments().size() == reference.segments().size(),
        AlignmentRule.ALIGN_SEGMENT_COUNT,
        whole(track),
        reference.segments().size() + " segments as in " + reference.rendition().name(),
        track.segments().size() + " segments");
    for (int i = 0; i < Math.min(track.segments().size(), reference.segments().size()); i++) {
      Rational expected = reference.presented(reference.segments().get(i));
      Rational found = track.presented(track.segments().get(i));
      findings.expect(
          expected.compareTo(found) == 0,
          AlignmentRule.ALIGN_SEGMENT_STARTS,
          where(track, i),
          seconds(expected) + " as in " + reference.rendition().name(),
          seconds(found));
    }
    expect(AlignmentRule.ALIGN_VIDEO_END, track, reference.end(), track.end(), Rational.ZERO);
  }

  private void audio(MeasuredTrack video, MeasuredTrack track) {
    Rational packet = sampleDuration(track);
    Rational picture = sampleDuration(video);
    expect(AlignmentRule.ALIGN_AUDIO_START, track, start(video), start(track), packet);
    expect(AlignmentRule.ALIGN_AUDIO_END, track, video.end(), track.end(), packet.plus(picture));
    if (track.segments().size() == video.segments().size()) {
      for (int i = 1; i < track.segments().size(); i++) {
        Rational expected = video.presented(video.segments().get(i));
        Rational found = track.presented(track.segments().get(i));
        findings.expect(
            isWithin(expected, found, packet),
            AlignmentRule.ALIGN_AUDIO_SEGMENTS,
            where(track, i),
            seconds(expected) + " ± " + seconds(packet),
            seconds(found));
      }
    } else {
      findings.add(
          AlignmentRule.ALIGN_AUDIO_SEGMENTS,
          whole(track),
          video.segments().size() + " segments as in " + video.rendition().name(),
          track.segments().size() + " segments");
    }
  }

  private void text(MeasuredTrack video, MeasuredTrack track) {
    Rational picture = sampleDuration(video);
    expect(AlignmentRule.ALIGN_TEXT_COVERS, track, start(video), start(track), picture);
    expect(AlignmentRule.ALIGN_TEXT_COVERS, track, video.end(), track.end(), picture);
  }

  private void expect(
      AlignmentRule rule,
      MeasuredTrack track,
      Rational expected,
      Rational found,
      Rational tolerance) {
    findings.expect(
        isWithin(expected, found, tolerance),
        rule,
        whole(track),
        seconds(expected) + (tolerance.signum() == 0 ? "" : " ± " + seconds(tolerance)),
        seconds(found));
  }

  private static boolean isWithin(Rational expected, Rational found, Rational tolerance) {
    Rational difference = found.minus(expected);
    Rational size = difference.signum() < 0 ? Rational.ZERO.minus(difference) : difference;
    return size.compareTo(tolerance) <= 0;
  }

  private static Rational start(MeasuredTrack track) {
    return track.presented(track.segments().get(0));
  }

  /** The mean of the first segment, rounded up to the tick. */
  private static Rational sampleDuration(MeasuredTrack track) {
    MeasuredSegment first = track.segments().get(0);
    long ticks =
        new Rational(first.duration().ticks(), first.samples()).round(RoundingMode.CEILING);
    return new Rational(ticks, first.duration().timescale());
  }

  private static Where whole(MeasuredTrack track) {
    return Where.track(track.rendition().name(), track.rendition().init().path());
  }

  private static Where where(MeasuredTrack track, int index) {
    MeasuredSegment segment = track.segments().get(index);
    Rational start = track.presented(segment);
    return Where.segment(
        track.rendition().name(),
        segment.location().path(),
        index + 1,
        new MediaTime(start.times(MILLIS).round(RoundingMode.FLOOR), MILLIS));
  }

  private static String seconds(Rational time) {
    return time + " s";
  }
}
