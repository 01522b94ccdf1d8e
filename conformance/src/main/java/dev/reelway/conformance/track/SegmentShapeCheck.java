package dev.reelway.conformance.track;

import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.SegmentTypeBox;
import java.util.List;
import java.util.Optional;

/** Brand of a segment, durations of its samples, and what an encrypted one must tell. */
final class SegmentShapeCheck implements SegmentCheck {
  private final TrackHeader header;
  private final Findings findings;

  SegmentShapeCheck(TrackHeader header, Findings findings) {
    this.header = header;
    this.findings = findings;
  }

  @Override
  public void see(ReadSegment segment) {
    List<String> brands =
        segment.heads().stream()
            .filter(head -> head.box() instanceof SegmentTypeBox)
            .flatMap(head -> ((SegmentTypeBox) head.box()).compatibleBrands().stream())
            .map(FourCc::toString)
            .toList();
    boolean wholeFile = segment.location().range().isEmpty();
    findings.expect(
        !wholeFile || brands.stream().anyMatch(CmafBrands::isSegment),
        CmafRule.CMAF_SEGMENT_TYPE,
        segment.where(),
        "styp with cmfs",
        brands.isEmpty() ? "none" : String.join(" ", brands));
    long still = segment.samples().stream().filter(s -> s.durationTicks() == 0).count();
    findings.expect(
        still == 0 || header.kind().equals(Optional.of(MediaKind.TEXT)),
        CmafRule.CMAF_SAMPLE_DURATION,
        segment.where(),
        "durations above 0",
        still + " samples of 0 ticks");
    if (header.entry().protection().isPresent()) {
      boolean told = segment.fragments().stream().allMatch(ReadFragment::tellsEncryption);
      findings.expect(
          told,
          CmafRule.CMAF_PROTECTION_OF_SAMPLES,
          segment.where(),
          "senc, or saiz and saio",
          "neither");
    }
  }
}
