package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import java.util.ArrayList;
import java.util.List;

/** What a plan does to the dynamic range and the bit depth of the picture. */
final class RangeFindings {

  private RangeFindings() {}

  static List<Finding> of(VideoStream video, Profile profile, List<RungPlan> rungs) {
    List<Finding> findings = new ArrayList<>();
    boolean hdrWished =
        profile.video().stream().anyMatch(rung -> rung.dynamicRange() == DynamicRange.HDR);
    boolean hdrMade = rungs.stream().anyMatch(rung -> rung.dynamicRange() == DynamicRange.HDR);
    if (hdrWished && !hdrMade) {
      findings.add(
          Finding.of(
              FindingCode.HDR_RUNGS_LEFT_OUT,
              "The master is in standard dynamic range, so the HDR rungs are left out."));
    }
    rungs.stream()
        .flatMap(rung -> rung.toneMap().stream())
        .findFirst()
        .ifPresent(
            map ->
                findings.add(
                    Finding.of(
                        FindingCode.TONE_MAPPED,
                        ("Standard dynamic range is made of high dynamic range; light above %d"
                                + " cd/m² becomes white.%s")
                            .formatted(
                                map.peakNits(),
                                hdrMade
                                    ? ""
                                    : " The ladder has no HDR rung that would keep it."))));
    int fewest = rungs.stream().mapToInt(RungPlan::bitDepth).min().orElse(video.bitDepth());
    if (video.bitDepth() > fewest) {
      boolean some = rungs.stream().anyMatch(rung -> rung.bitDepth() > fewest);
      findings.add(
          Finding.of(
              FindingCode.DEPTH_REDUCED,
              "The picture has %d bits per sample; %s reduced to %d."
                  .formatted(video.bitDepth(), some ? "some rungs are" : "all rungs are", fewest)));
    }
    return findings;
  }
}
