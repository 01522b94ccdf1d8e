package dev.reelway.conformance.decode;

import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.isobmff.read.TrackDescription;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges what decoding a track gave. */
public final class DecodeCheck {
  private static final long MILLIS = 1000;

  /** Below, no encoder is to blame, dB. */
  private static final double SURELY_WRONG = 12;

  /** Above, pictures are alike, however good the rest of the track may be, dB. */
  private static final double SURELY_RIGHT = 20;

  /** As much as hard scenes may lie below the middle of a track, dB. */
  private static final double SPREAD = 15;

  private final Findings findings;

  /** Notes what is wrong. */
  public DecodeCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * Judges one track.
   *
   * @param track as measured; its description is there
   * @param decoded with a segment for each measured one
   * @param master what the master says of it, if there is one
   */
  public void check(MeasuredTrack track, DecodedTrack decoded, Optional<FromMaster> master) {
    complaints(track, decoded);
    if (track.description().orElseThrow().kind() == TrackDescription.Kind.VIDEO) {
      frames(track, decoded, master);
      pictures(track, decoded);
    } else {
      new SoundDecodeCheck(track, findings).check(decoded, master);
    }
  }

  private void complaints(MeasuredTrack track, DecodedTrack decoded) {
    for (DecodedTrack.Complaint complaint : decoded.complaints()) {
      findings.add(
          complaint.error() ? DecodeRule.DECODE_WITHOUT_ERRORS : DecodeRule.DECODE_WITHOUT_WARNINGS,
          at(track, complaint.ticks()),
          "nothing to say",
          complaint.words());
    }
  }

  private void frames(MeasuredTrack track, DecodedTrack decoded, Optional<FromMaster> master) {
    for (int i = 0; i < track.segments().size(); i++) {
      MeasuredSegment segment = track.segments().get(i);
      long count = decoded.segments().get(i).count();
      findings.expect(
          count == segment.samples(),
          DecodeRule.DECODE_FRAME_COUNT,
          segment(track, i),
          segment.samples() + " frames",
          count + " frames");
    }
    master.ifPresent(
        title ->
            findings.expect(
                decoded.count() == title.frames(),
                DecodeRule.DECODE_MASTER_FRAMES,
                whole(track),
                title.frames() + " frames",
                decoded.count() + " frames"));
  }

  private void pictures(MeasuredTrack track, DecodedTrack decoded) {
    double least = leastScore(decoded.groups());
    for (DecodedTrack.Group group : decoded.groups()) {
      findings.expect(
          group.mean() >= least,
          DecodeRule.DECODE_MASTER_PICTURE,
          at(track, group.startTicks()),
          "at least " + decibels(least),
          decibels(group.mean()));
    }
    JoinQuality joins = joins(track, decoded);
    findings.expect(
        !joins.isWorse(),
        DecodeRule.DECODE_JOIN_QUALITY,
        whole(track),
        "joins like other key pictures",
        decibels(joins.before())
            + " worse in front, "
            + decibels(joins.behind())
            + " worse behind, at "
            + joins.joins()
            + " joins");
  }

  private static double leastScore(List<DecodedTrack.Group> groups) {
    List<Double> scores = groups.stream().map(DecodedTrack.Group::mean).sorted().toList();
    double middle = scores.isEmpty() ? 0 : scores.get(scores.size() / 2);
    return Math.min(SURELY_RIGHT, Math.max(SURELY_WRONG, middle - SPREAD));
  }

  /** How the joins of a decoded track compare with the rest. */
  public static JoinQuality joins(MeasuredTrack track, DecodedTrack decoded) {
    return JoinQuality.of(
        decoded.groups(),
        track.segments().stream()
            .map(segment -> segment.start().ticks())
            .collect(Collectors.toSet()));
  }

  /** How much louder sound is than the master's, dB; empty if nothing was compared. */
  public static Optional<Double> gain(DecodedTrack decoded) {
    return SoundDecodeCheck.gain(decoded);
  }

  static String decibels(double value) {
    return String.format(Locale.ROOT, "%.2f dB", value);
  }

  static Where whole(MeasuredTrack track) {
    return Where.track(track.rendition().name(), track.rendition().init().path());
  }

  static Where segment(MeasuredTrack track, int index) {
    return at(track, track.segments().get(index).start().ticks());
  }

  /** The segment that a time lies in. */
  private static Where at(MeasuredTrack track, long ticks) {
    List<MeasuredSegment> segments = track.segments();
    int index = 0;
    while (index + 1 < segments.size() && segments.get(index + 1).start().ticks() <= ticks) {
      index++;
    }
    long timescale = segments.get(0).start().timescale();
    Rational time = new Rational(ticks - track.mediaStartTicks(), timescale);
    return Where.segment(
        track.rendition().name(),
        segments.get(index).location().path(),
        index + 1,
        new MediaTime(Math.max(0, time.times(MILLIS).round(RoundingMode.FLOOR)), MILLIS));
  }
}
