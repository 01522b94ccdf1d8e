package dev.reelway.conformance.track;

import dev.reelway.conformance.rule.Findings;
import java.util.Arrays;
import java.util.OptionalLong;

/** Inside a segment time goes on without gaps, in decoding and in presentation. */
final class ContinuityCheck implements SegmentCheck {
  private final Findings findings;

  ContinuityCheck(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void see(ReadSegment segment) {
    OptionalLong next = OptionalLong.empty();
    ReadFragment before = null;
    for (ReadFragment fragment : segment.fragments()) {
      next = decodeTime(segment, fragment, next);
      if (before != null) {
        JointCheck.sequence(
            findings, segment.where(), before.sequenceNumber(), fragment.sequenceNumber());
      }
      before = fragment;
    }
    presentation(segment);
  }

  /** Returns when the fragment after this one is decoded. */
  private OptionalLong decodeTime(
      ReadSegment segment, ReadFragment fragment, OptionalLong expected) {
    if (fragment.decodeTime().isEmpty()) {
      findings.add(CmafRule.CMAF_TFDT_PRESENT, segment.where(), "tfdt", "none");
      return expected;
    }
    long found = fragment.decodeTime().getAsLong();
    expected.ifPresent(ticks -> JointCheck.decodeTime(findings, segment.where(), ticks, found));
    return OptionalLong.of(found + fragment.durationTicks());
  }

  private void presentation(ReadSegment segment) {
    long[] times = segment.presentationTicks();
    Arrays.sort(times);
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
    long step = times[0] + segment.durationTicks() - times[times.length - 1];
    boolean even = segment.samples().stream().allMatch(s -> s.durationTicks() == lastDuration);
    findings.expect(
        !even || step == lastDuration,
        CmafRule.CMAF_PRESENTATION_FILLED,
        segment.where(),
        "the last picture lasts " + lastDuration + " ticks",
        step + " ticks");
  }
}
