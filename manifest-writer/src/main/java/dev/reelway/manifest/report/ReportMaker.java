package dev.reelway.manifest.report;

import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.BrokenRule;
import dev.reelway.contracts.work.MadePart;
import dev.reelway.manifest.report.VersionReport.Check;
import dev.reelway.manifest.report.VersionReport.Gate;
import dev.reelway.manifest.report.VersionReport.Remark;
import dev.reelway.manifest.report.VersionReport.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The step from what is known of a version to its report. */
public final class ReportMaker {

  private ReportMaker() {}

  /** The report of a version. */
  public static VersionReport report(ReportInput input) {
    EncodePlan plan = input.plan();
    Renditions renditions = new Renditions(input);
    return new VersionReport(
        VersionReport.SCHEMA,
        input.title(),
        input.version(),
        plan.planHash(),
        plan.engineBuild(),
        Renditions.thousandths(input.presentation().duration().seconds().toDouble()),
        MasterWords.of(plan.inspection()),
        renditions.video(),
        renditions.sound(),
        renditions.text(),
        plan.rungs().isEmpty() ? Optional.empty() : Optional.of(structure(plan)),
        WorstMoments.moments(input),
        checks(input),
        input.verdict().map(ReportMaker::gate),
        Stages.of(input),
        warnings(input),
        notes(plan));
  }

  private static Structure structure(EncodePlan plan) {
    SegmentGrid grid = plan.grid();
    return new Structure(
        grid.rate().toString(),
        grid.frameCount(),
        grid.gopFrames(),
        grid.segmentFrames(),
        grid.segmentCount(),
        grid.framesIn(grid.segmentCount() - 1),
        plan.chunks().stream().map(ChunkPlan::segmentCount).toList());
  }

  // A part that fails one of these is encoded again or fails the title, so what is here passed.
  private static List<Check> checks(ReportInput input) {
    List<MadePart> parts = input.tasks().stream().flatMap(task -> task.parts().stream()).toList();
    List<String> rungs = input.plan().rungs().stream().map(rung -> rung.track()).toList();
    List<MadePart> pictures = parts.stream().filter(p -> rungs.contains(p.track())).toList();
    List<Check> checks = new ArrayList<>();
    if (!pictures.isEmpty()) {
      checks.add(
          new Check(
              "Parts of the picture: each starts with a key frame, has one on every place of the"
                  + " grid, and shows every frame once and on time.",
              pictures.size()));
      checks.add(
          new Check(
              "Frames counted in them.", pictures.stream().mapToLong(MadePart::samples).sum()));
    }
    if (parts.size() > pictures.size()) {
      checks.add(
          new Check(
              "Parts of sound and text: every segment starts and ends where the grid says.",
              parts.size() - pictures.size()));
    }
    long segments =
        input.tasks().stream()
            .flatMap(task -> task.segments().stream())
            .mapToLong(track -> track.segments().size())
            .sum();
    checks.add(new Check("Segments that follow each other without gap or overlap.", segments));
    checks.add(
        new Check(
            "Tracks whose chunks all need the same header.",
            input.plan().trackIds().distinct().count()));
    return checks;
  }

  private static Gate gate(VerdictDocument verdict) {
    return new Gate(
        verdict.errors() == 0, verdict.findings().stream().map(ReportMaker::remark).toList());
  }

  private static Remark remark(BrokenRule broken) {
    String message =
        "%s %s: expected %s, found %s%s."
            .formatted(
                broken.sentence(),
                broken.file(),
                broken.expected(),
                broken.found(),
                broken.more() > 0 ? ", and " + broken.more() + " times more in this track" : "");
    return new Remark(broken.rule(), message, "");
  }

  private static List<Remark> warnings(ReportInput input) {
    List<Remark> remarks =
        new ArrayList<>(
            findings(input.plan())
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .map(ReportMaker::remark)
                .distinct()
                .toList());
    input.outcome().damage().forEach(words -> remarks.add(new Remark("", words, "")));
    return remarks;
  }

  private static List<Remark> notes(EncodePlan plan) {
    return findings(plan)
        .filter(finding -> finding.severity() == Finding.Severity.INFO)
        .filter(finding -> !finding.code().equals(FindingCode.LOUDNESS.code()))
        .map(finding -> new Remark(finding.code(), finding.message(), ""))
        .distinct()
        .toList();
  }

  private static Stream<Finding> findings(EncodePlan plan) {
    return Stream.concat(plan.inspection().findings().stream(), plan.warnings().stream());
  }

  private static Remark remark(Finding finding) {
    String advice = FindingCode.find(finding.code()).map(FindingCode::advice).orElse("");
    return new Remark(finding.code(), finding.message(), advice);
  }
}
