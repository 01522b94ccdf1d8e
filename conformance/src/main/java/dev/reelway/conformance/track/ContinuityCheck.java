package dev.reelway.conformance.track;

import dev.reelway.conformance.rule.Findings;
import java.util.Arrays;
import java.util.OptionalLong;

/** Time goes on without gaps, in decoding and in presentation; so do sequence numbers. */
final class ContinuityCheck implements SegmentCheck {
  private final Findings findings;
  private OptionalLong nextDecode = OptionalLong.empty();
  private OptionalLong nextPresentation = OptionalLong.empty();
  private long lastSequence = -1;

  ContinuityCheck(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void see(ReadSegment segment) {
    for (ReadFragment fragment : segment.fragments()) {
      decodeTime(segment, fragment);
      findings.expect(
          fragment.sequenceNumber() > lastSequence,
          CmafRule.CMAF_SEQUENCE_RISES,
          segment.where(),
          "above " + lastSequence,
          fragment.sequenceNumber());
      lastSequence = fragment.sequenceNumber();
    }
    presentation(segment);
  }

  @Override
  public void gap() {
    nextDecode = OptionalLong.empty();
    nextPresentation = OptionalLong.empty();
  }

  private void decodeTime(ReadSegment segment, ReadFragment fragment) {
    if (fragment.decodeTime().isEmpty()) {
      findings.add(CmafRule.CMAF_TFDT_PRESENT, segment.where(), "tfdt", "none");
      return;
    }
    long found = fragment.decodeTime().getAsLong();
    if (nextDecode.isPresent() && nextDecode.getAsLong() != found) {
      findings.add(
          CmafRule.CMAF_TFDT_CONTINUOUS,
          segment.where(),
          nextDecode.getAsLong() + " ticks",
          found + " ticks");
    }
    nextDecode = OptionalLong.of(found + fragment.durationTicks());
  }

  private void presentation(ReadSegment segment) {
    long[] times = segment.presentationTicks();
    Arrays.sort(times);
    long first = times[0];
    if (nextPresentation.isPresent() && nextPresentation.getAsLong() != first) {
      findings.add(
          CmafRule.CMAF_PRESENTATION_CONTINUOUS,
          segment.where(),
          "starts at " + nextPresentation.getAsLong() + " ticks",
          "at " + first + " ticks");
    }
    nextPresentation = OptionalLong.of(first + segment.durationTicks());
    for (int i = 1; i < times.length; i++) {
      if (times[i] == times[i - 1]) {
        findings.add(
            CmafRule.CMAF_PRESENTATION_FILLED,
            segment.where(),
            "one picture at a time",
            "two at " + times[i] + " ticks");
        return;
      }
    }
    long lastDuration = segment.samples().get(segment.samples().size() - 1).durationTicks();
    long step = first + segment.durationTicks() - times[times.length - 1];
    boolean even = segment.samples().stream().allMatch(s -> s.durationTicks() == lastDuration);
    findings.expect(
        !even || step == lastDuration,
        CmafRule.CMAF_PRESENTATION_FILLED,
        segment.where(),
        "the last picture lasts " + lastDuration + " ticks",
        step + " ticks");
  }
}
