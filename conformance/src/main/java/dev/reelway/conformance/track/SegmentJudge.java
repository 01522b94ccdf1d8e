package dev.reelway.conformance.track;

import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.work.MeasuredFragment;
import dev.reelway.contracts.work.SegmentMeasures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads, judges and measures the segments of one track, each by itself and in any order. */
public final class SegmentJudge {
  private final SegmentReader reader;
  private final List<SegmentCheck> checks;
  private final Optional<DecoderBuffer> buffer;

  /** Judges segments that go with this init segment. */
  public SegmentJudge(TrackHeader header, Findings findings) {
    this.reader = new SegmentReader(header, findings);
    this.checks = checks(header, findings);
    this.buffer = DecoderBuffer.of(header);
  }

  private static List<SegmentCheck> checks(TrackHeader header, Findings findings) {
    List<SegmentCheck> checks = new ArrayList<>();
    checks.add(new ContinuityCheck(findings));
    checks.add(new SegmentShapeCheck(header, findings));
    checks.add(new IndexCheck(header, findings));
    if (header.kind().equals(Optional.of(MediaKind.VIDEO))) {
      PictureCheck.of(header, findings).ifPresent(checks::add);
    }
    return checks;
  }

  /**
   * Judges a segment.
   *
   * @return what it measures; empty if it cannot be understood, which is noted
   * @throws ArithmeticException if it tells of times that 64 bits cannot hold
   */
  public Optional<SegmentMeasures> judge(Location location, byte[] bytes, Where where)
      throws IOException {
    Optional<ReadSegment> read = reader.read(location, bytes, where);
    read.ifPresent(segment -> checks.forEach(check -> check.see(segment)));
    return read.map(this::measure);
  }

  private SegmentMeasures measure(ReadSegment segment) {
    List<ReadFragment> fragments = segment.fragments();
    ReadFragment last = fragments.get(fragments.size() - 1);
    OptionalLong lastTime = last.decodeTime();
    return new SegmentMeasures(
        segment.bytes().length,
        segment.decodeTicks(),
        Arrays.stream(segment.presentationTicks()).min().orElse(0),
        segment.durationTicks(),
        lastTime.isPresent()
            ? Optional.of(lastTime.getAsLong() + last.durationTicks())
            : Optional.empty(),
        segment.samples().size(),
        segment.samples().get(0).sync(),
        fragments.get(0).sequenceNumber(),
        last.sequenceNumber(),
        buffer.map(simulated -> simulated.demand(segment.samples())),
        fragments(segment));
  }

  private static List<MeasuredFragment> fragments(ReadSegment segment) {
    long fileOffset = segment.location().range().map(ByteRange::offset).orElse(0L);
    return segment.fragments().stream()
        .map(
            fragment ->
                new MeasuredFragment(
                    fileOffset + fragment.offset(),
                    fileOffset
                        + fragment.positions().get(0)
                        + fragment.samples().get(0).sizeBytes(),
                    fileOffset + fragment.end()))
        .toList();
  }
}
