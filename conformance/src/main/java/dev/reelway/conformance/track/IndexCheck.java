package dev.reelway.conformance.track;

import dev.reelway.conformance.rule.Findings;
import dev.reelway.isobmff.box.SegmentIndexBox;
import dev.reelway.isobmff.box.SegmentIndexBox.Reference;
import java.util.List;

/** A segment index inside a segment tells the truth about the fragments behind it. */
final class IndexCheck implements SegmentCheck {
  private final TrackHeader header;
  private final Findings findings;

  IndexCheck(TrackHeader header, Findings findings) {
    this.header = header;
    this.findings = findings;
  }

  @Override
  public void see(ReadSegment segment) {
    for (ReadSegment.Head head : segment.heads()) {
      if (head.box() instanceof SegmentIndexBox index && index.referenceId() == header.trackId()) {
        check(segment, index, head.end() + index.firstOffsetBytes());
      }
    }
  }

  private void check(ReadSegment segment, SegmentIndexBox index, long start) {
    List<ReadFragment> behind =
        segment.fragments().stream().filter(fragment -> fragment.offset() >= start).toList();
    long bytes = index.references().stream().mapToLong(Reference::sizeBytes).sum();
    long ticks = index.references().stream().mapToLong(Reference::durationTicks).sum();
    expect(segment, "bytes", (long) segment.bytes().length - start, bytes);
    if (index.timescale() == header.timescale()) {
      expect(segment, "ticks", behind.stream().mapToLong(ReadFragment::durationTicks).sum(), ticks);
    } else {
      expect(segment, "ticks per second", header.timescale(), index.timescale());
    }
  }

  private void expect(ReadSegment segment, String unit, long expected, long found) {
    findings.expect(
        expected == found,
        CmafRule.CMAF_SIDX_TRUE,
        segment.where(),
        expected + " " + unit,
        found + " " + unit);
  }
}
