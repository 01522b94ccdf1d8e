package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people should know about a plan: warnings of the inspection and its own. */
final class PlanFindings {

  private PlanFindings() {}

  static List<Finding> of(Inspection inspection, Profile profile, List<RungPlan> rungs) {
    List<Finding> findings =
        new ArrayList<>(
            inspection.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .toList());
    if (rungs.isEmpty()) {
      return findings;
    }
    int top = Math.min(rungs.get(0).width(), rungs.get(0).height());
    String dropped =
        profile.video().stream()
            .filter(rung -> rung.height() > top)
            .map(rung -> rung.height() + "p")
            .distinct()
            .collect(Collectors.joining(", "));
    if (!dropped.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.RUNGS_LEFT_OUT,
              "The master is too small for %s; the highest rung is %s."
                  .formatted(dropped, rungs.get(0).name())));
    }
    inspection.video().ifPresent(video -> findings.addAll(RangeFindings.of(video, profile, rungs)));
    inspection
        .video()
        .filter(video -> !video.colour().highDynamicRange())
        .filter(video -> OutputColour.converts(video.colour()))
        .ifPresent(
            video ->
                findings.add(
                    Finding.of(
                        FindingCode.COLOUR_CONVERTED, "The colours are converted to BT.709.")));
    return findings;
  }
}
