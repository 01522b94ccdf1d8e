package dev.reelway.conformance.hls;

import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Where;
import java.util.Optional;

/** Whether segments start as EXT-X-INDEPENDENT-SEGMENTS says. */
final class IndependenceRules implements HlsRules {

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings) {
    for (HlsPackage.Entry entry : title.entries().values()) {
      Optional<MeasuredTrack> track = entry.measured(measurements);
      if (entry.track().kind() == MediaKind.VIDEO && track.isPresent()) {
        boolean declared =
            title.top().independentSegments()
                || entry.playlist().has(HlsTag.EXT_X_INDEPENDENT_SEGMENTS);
        check(entry.playlist().path(), track.get(), declared, findings);
      }
    }
  }

  private static void check(String path, MeasuredTrack track, boolean declared, Findings findings) {
    boolean all = true;
    int number = 0;
    for (MeasuredSegment segment : track.segments()) {
      number++;
      if (!segment.startsWithSync()) {
        all = false;
        if (declared) {
          findings.add(
              HlsRule.HLS_INDEPENDENT_SEGMENTS,
              Where.segment(path, segment.location().path(), number, segment.start()),
              "a sync sample first",
              "another sample");
        }
      }
    }
    findings.expect(
        declared || !all || track.segments().isEmpty(),
        HlsRule.HLS_INDEPENDENT_SEGMENTS_MISSING,
        Where.file(path),
        "#EXT-X-INDEPENDENT-SEGMENTS",
        "none, though each segment starts with a sync sample");
  }
}
