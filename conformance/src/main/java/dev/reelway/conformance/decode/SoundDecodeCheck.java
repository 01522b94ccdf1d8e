package dev.reelway.conformance.decode;

import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/** Judges decoded sound. */
final class SoundDecodeCheck {
  /** Below, a coder leaves out what nobody hears, dB relative to full scale. */
  private static final double QUIET = -55;

  private static final double LEVEL_MARGIN = 3;
  private static final double GAIN_MARGIN = 1;

  private final MeasuredTrack track;
  private final Findings findings;

  SoundDecodeCheck(MeasuredTrack track, Findings findings) {
    this.track = track;
    this.findings = findings;
  }

  void check(DecodedTrack decoded, Optional<FromMaster> master) {
    counts(decoded);
    master.ifPresent(title -> duration(decoded, title));
    levels(decoded);
  }

  /** A decoder may leave out the priming itself, and may double the rate (HE-AAC). */
  private void counts(DecodedTrack decoded) {
    int rate = track.description().orElseThrow().sampleRate();
    for (int i = 0; i < track.segments().size(); i++) {
      MeasuredSegment segment = track.segments().get(i);
      long expected = segment.duration().seconds().times(rate).round();
      long count = decoded.segments().get(i).count();
      long dropped = i == 0 ? samples(track.mediaStartTicks(), rate) : 0;
      boolean whole = count <= expected && count >= expected - dropped;
      findings.expect(
          whole || count == 2 * expected,
          DecodeRule.DECODE_SAMPLE_COUNT,
          DecodeCheck.segment(track, i),
          expected + " samples",
          count + " samples");
    }
  }

  private long samples(long ticks, int rate) {
    long timescale = track.segments().get(0).start().timescale();
    return new Rational(Math.max(0, ticks), timescale).times(rate).round();
  }

  private void duration(DecodedTrack decoded, FromMaster title) {
    int rate = track.description().orElseThrow().sampleRate();
    MeasuredSegment first = track.segments().get(0);
    long priming = samples(track.mediaStartTicks(), rate);
    long packet = first.duration().seconds().times(rate).round() / first.samples();
    long expected = title.durationSeconds().times(rate).round();
    long count = decoded.count() - priming;
    findings.expect(
        Math.abs(count - expected) <= packet + priming,
        DecodeRule.DECODE_MASTER_SAMPLES,
        DecodeCheck.whole(track),
        expected + " samples ± " + packet,
        count + " samples");
  }

  private void levels(DecodedTrack decoded) {
    List<DecodedTrack.Segment> heard =
        decoded.segments().stream().filter(SoundDecodeCheck::comparable).toList();
    if (heard.isEmpty()) {
      return;
    }
    double gain = gain(heard);
    for (int i = 0; i < decoded.segments().size(); i++) {
      DecodedTrack.Segment segment = decoded.segments().get(i);
      findings.expect(
          !comparable(segment) || Math.abs(difference(segment) - gain) <= LEVEL_MARGIN,
          DecodeRule.DECODE_MASTER_LEVEL,
          DecodeCheck.segment(track, i),
          DecodeCheck.decibels(segment.masterLevel() + gain),
          DecodeCheck.decibels(segment.level()));
    }
    findings.expect(
        Math.abs(gain) <= GAIN_MARGIN,
        DecodeRule.DECODE_MASTER_GAIN,
        DecodeCheck.whole(track),
        "the master's level",
        DecodeCheck.decibels(gain) + " against it");
  }

  private static boolean comparable(DecodedTrack.Segment segment) {
    return segment.masterLevel() > QUIET;
  }

  private static double difference(DecodedTrack.Segment segment) {
    return segment.level() - segment.masterLevel();
  }

  /** The median of the differences, which single faults do not move. */
  private static double gain(List<DecodedTrack.Segment> heard) {
    List<Double> all = heard.stream().map(SoundDecodeCheck::difference).sorted().toList();
    return all.get(all.size() / 2);
  }

  /** How much louder the track is than its master, dB; empty if nothing was compared. */
  static Optional<Double> gain(DecodedTrack decoded) {
    List<DecodedTrack.Segment> heard =
        decoded.segments().stream().filter(SoundDecodeCheck::comparable).toList();
    return heard.isEmpty() ? Optional.empty() : Optional.of(gain(heard));
  }
}
