package dev.reelway.manifest.report;

import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.PackagedTask;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All that a report is made from.
 *
 * @param title what people call the title
 * @param version its number
 * @param plan what was decided
 * @param outcome what came out
 * @param tasks how it was made, in the plan's order
 * @param inspecting what reading the master took
 * @param planning what making the plan took
 * @param publishing what writing the manifests took
 * @param verdict of the gate
 */
public record ReportInput(
    String title,
    int version,
    EncodePlan plan,
    TitleReport outcome,
    List<PackagedTask> tasks,
    Optional<Effort> inspecting,
    Optional<Effort> planning,
    Optional<Effort> publishing,
    Optional<VerdictDocument> verdict) {

  /** Defensive copy. */
  public ReportInput {
    tasks = List.copyOf(tasks);
  }

  /** A title whose earlier stages nobody measured. */
  public static ReportInput of(
      String title,
      int version,
      EncodePlan plan,
      TitleReport outcome,
      Collection<PackagedTask> tasks) {
    return new ReportInput(
        title,
        version,
        plan,
        outcome,
        List.copyOf(tasks),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Presentation presentation() {
    return outcome.presentation();
  }
}
