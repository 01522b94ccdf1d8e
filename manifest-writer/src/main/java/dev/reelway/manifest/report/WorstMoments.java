package dev.reelway.manifest.report;

import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.work.PartDetail.Still;
import dev.reelway.manifest.report.VersionReport.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The moments of a title that came out worst, on its best rung: what is bad there is worse on all
 * the others.
 */
final class WorstMoments {

  private static final int SHOWN = 5;

  /** Two pictures of one second tell no more than one. */
  private static final double APART_SECONDS = 1;

  private WorstMoments() {}

  /** Stills of the worst moments, the worst first, each at least a second from the others. */
  static List<Still> stills(ReportInput input) {
    Optional<RungPlan> best = bestRung(input.plan());
    FrameRate rate = input.plan().grid().rate();
    List<Still> candidates =
        input.tasks().stream()
            .flatMap(task -> task.parts().stream())
            .filter(part -> best.filter(rung -> rung.track().equals(part.track())).isPresent())
            .flatMap(part -> part.detail().stills().stream())
            .sorted(
                Comparator.<Still>comparingDouble(still -> still.score().decibels())
                    .thenComparingLong(still -> still.score().frame()))
            .toList();
    List<Still> worst = new ArrayList<>();
    for (Still still : candidates) {
      double at = Renditions.seconds(rate, still.score().frame());
      boolean isNew =
          worst.stream()
              .mapToDouble(other -> Renditions.seconds(rate, other.score().frame()))
              .noneMatch(other -> Math.abs(other - at) < APART_SECONDS);
      if (isNew && worst.size() < SHOWN) {
        worst.add(still);
      }
    }
    return worst;
  }

  /** What is to be said of them. */
  static List<Moment> moments(ReportInput input) {
    Optional<RungPlan> best = bestRung(input.plan());
    FrameRate rate = input.plan().grid().rate();
    return stills(input).stream()
        .map(
            still ->
                new Moment(
                    Renditions.seconds(rate, still.score().frame()),
                    rate.timeOf(still.score().frame()).timecode(),
                    still.score().frame(),
                    best.orElseThrow().track(),
                    best.orElseThrow().name(),
                    still.score().decibels()))
        .toList();
  }

  /** The largest SDR rung, of the first codec that has it. */
  private static Optional<RungPlan> bestRung(EncodePlan plan) {
    return plan.rungs().stream()
        .filter(rung -> rung.dynamicRange() == DynamicRange.SDR)
        .reduce((one, other) -> other.height() > one.height() ? other : one);
  }
}
