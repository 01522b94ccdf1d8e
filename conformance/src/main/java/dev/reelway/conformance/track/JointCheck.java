package dev.reelway.conformance.track;

import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.work.SegmentMeasures;
import java.util.Optional;

/**
 * Judges how the segments of a track follow one another, by their measures alone: time goes on
 * without gaps, fragment numbers rise, and the decoder's buffer never runs empty.
 */
final class JointCheck {
  private final Findings findings;
  private final Optional<DecoderBuffer> buffer;
  private Optional<SegmentMeasures> before = Optional.empty();
  private long lastSequence = -1;

  JointCheck(TrackHeader header, Findings findings) {
    this.findings = findings;
    this.buffer = DecoderBuffer.of(header);
  }

  /** Judges the joint to the next segment. */
  void see(SegmentMeasures segment, Where where) {
    before
        .flatMap(SegmentMeasures::nextDecodeTicks)
        .ifPresent(expected -> decodeTime(findings, where, expected, segment.decodeTicks()));
    before.ifPresent(last -> presentation(last, segment, where));
    sequence(findings, where, lastSequence, segment.firstSequence());
    if (buffer.isPresent() && segment.buffer().isPresent()) {
      buffer.get().take(segment.buffer().get(), where, findings);
    }
    before = Optional.of(segment);
    lastSequence = segment.lastSequence();
  }

  /** A segment is missing or cannot be read: times start anew. */
  void gap() {
    before = Optional.empty();
  }

  private void presentation(SegmentMeasures last, SegmentMeasures segment, Where where) {
    long expected = last.startTicks() + last.durationTicks();
    findings.expect(
        expected == segment.startTicks(),
        CmafRule.CMAF_PRESENTATION_CONTINUOUS,
        where,
        "starts at " + expected + " ticks",
        "at " + segment.startTicks() + " ticks");
  }

  static void decodeTime(Findings findings, Where where, long expected, long found) {
    findings.expect(
        expected == found,
        CmafRule.CMAF_TFDT_CONTINUOUS,
        where,
        expected + " ticks",
        found + " ticks");
  }

  static void sequence(Findings findings, Where where, long last, long found) {
    findings.expect(found > last, CmafRule.CMAF_SEQUENCE_RISES, where, "above " + last, found);
  }
}
