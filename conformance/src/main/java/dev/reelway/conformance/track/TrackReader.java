package dev.reelway.conformance.track;

import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.KnownSegments;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Rendition;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.work.SegmentMeasures;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one track from its init segment to its last segment, each byte once, and judges it. */
public final class TrackReader {
  private static final long MILLIS = 1000;

  private final Fetcher fetcher;
  private final KnownSegments known;
  private final Findings findings;

  /** Bytes come from {@code fetcher}, which notes what is missing, unless they are known. */
  public TrackReader(Fetcher fetcher, KnownSegments known, Findings findings) {
    this.fetcher = fetcher;
    this.known = known;
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
    SegmentJudge judge = new SegmentJudge(header, findings);
    JointCheck joints = new JointCheck(header, findings);
    List<MeasuredSegment> measured = new ArrayList<>();
    int number = 0;
    for (DeclaredSegment declared : rendition.segments()) {
      Where where = where(rendition, declared, ++number);
      Optional<SegmentMeasures> measures = measures(judge, declared.location(), where);
      if (measures.isPresent()) {
        joints.see(measures.get(), where);
        measured.add(new MeasuredSegment(declared.location(), header.timescale(), measures.get()));
      } else {
        joints.gap();
      }
    }
    return measured;
  }

  private Optional<SegmentMeasures> measures(SegmentJudge judge, Location location, Where where)
      throws IOException {
    Optional<SegmentMeasures> before = known.measures(location);
    if (before.isPresent()) {
      return before;
    }
    Optional<byte[]> bytes = fetcher.fetch(location, where);
    return bytes.isPresent() ? judge.judge(location, bytes.get(), where) : Optional.empty();
  }

  private static Where where(Rendition rendition, DeclaredSegment declared, int number) {
    Rational start = declared.start();
    MediaTime time = new MediaTime(start.times(MILLIS).round(RoundingMode.FLOOR), MILLIS);
    return Where.segment(rendition.name(), declared.location().path(), number, time);
  }
}
