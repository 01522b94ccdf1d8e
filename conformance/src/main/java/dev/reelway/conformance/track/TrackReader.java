package dev.reelway.conformance.track;

import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.MeasuredFragment;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.model.Rendition;
import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one track from its init segment to its last segment, each byte once, and judges it. */
public final class TrackReader {
  private static final long MILLIS = 1000;

  private final Fetcher fetcher;
  private final Findings findings;

  /** Bytes come from {@code fetcher}, which notes what is missing. */
  public TrackReader(Fetcher fetcher, Findings findings) {
    this.fetcher = fetcher;
    this.findings = findings;
  }

  /**
   * Reads the track.
   *
   * @throws IOException if the place does not answer
   */
  public MeasuredTrack read(Rendition rendition) throws IOException {
    Where where = Where.track(rendition.name(), rendition.init().path());
    Optional<TrackHeader> header = header(rendition, where);
    if (header.isEmpty()) {
      return new MeasuredTrack(rendition, 0, Optional.empty(), List.of());
    }
    new HeaderCheck(header.get(), where, findings).check(rendition);
    return new MeasuredTrack(
        rendition,
        header.get().mediaStartTicks(),
        header.get().description(),
        segments(rendition, header.get()));
  }

  private Optional<TrackHeader> header(Rendition rendition, Where where) throws IOException {
    Optional<byte[]> bytes = fetcher.fetch(rendition.init(), where);
    try {
      return bytes.map(HeaderReader::read);
    } catch (IllegalArgumentException e) { // of boxes or of a codec's configuration
      findings.add(CmafRule.CMAF_INIT_READABLE, where, "a movie with a track", e.getMessage());
      return Optional.empty();
    }
  }

  private List<MeasuredSegment> segments(Rendition rendition, TrackHeader header)
      throws IOException {
    List<SegmentCheck> checks = checks(header);
    SegmentReader reader = new SegmentReader(header, findings);
    List<MeasuredSegment> measured = new ArrayList<>();
    int number = 0;
    for (DeclaredSegment declared : rendition.segments()) {
      Where where = where(rendition, declared, ++number);
      Optional<byte[]> bytes = fetcher.fetch(declared.location(), where);
      Optional<ReadSegment> read =
          bytes.isPresent()
              ? reader.read(declared.location(), bytes.get(), where)
              : Optional.empty();
      if (read.isPresent()) {
        checks.forEach(check -> check.see(read.get()));
        measured.add(measure(read.get(), header));
      } else {
        checks.forEach(SegmentCheck::gap);
      }
    }
    return measured;
  }

  private List<SegmentCheck> checks(TrackHeader header) {
    List<SegmentCheck> checks = new ArrayList<>();
    checks.add(new ContinuityCheck(findings));
    checks.add(new SegmentShapeCheck(header, findings));
    checks.add(new IndexCheck(header, findings));
    if (header.kind().equals(Optional.of(MediaKind.VIDEO))) {
      PictureCheck.of(header, findings).ifPresent(checks::add);
      BufferCheck.of(header, findings).ifPresent(checks::add);
    }
    return checks;
  }

  private static Where where(Rendition rendition, DeclaredSegment declared, int number) {
    Rational start = declared.start();
    MediaTime time = new MediaTime(start.times(MILLIS).round(RoundingMode.FLOOR), MILLIS);
    return Where.segment(rendition.name(), declared.location().path(), number, time);
  }

  private static MeasuredSegment measure(ReadSegment segment, TrackHeader header) {
    long scale = header.timescale();
    long earliest = Arrays.stream(segment.presentationTicks()).min().orElse(0);
    long fileOffset = segment.location().range().map(ByteRange::offset).orElse(0L);
    List<MeasuredFragment> fragments =
        segment.fragments().stream()
            .map(
                fragment ->
                    new MeasuredFragment(
                        fileOffset + fragment.offset(),
                        fileOffset
                            + fragment.positions().get(0)
                            + fragment.samples().get(0).sizeBytes(),
                        fileOffset + fragment.end()))
            .toList();
    return new MeasuredSegment(
        segment.location(),
        segment.bytes().length,
        new MediaTime(segment.decodeTicks(), scale),
        new MediaTime(earliest, scale),
        new MediaTime(segment.durationTicks(), scale),
        segment.samples().size(),
        segment.samples().get(0).sync(),
        fragments);
  }
}
