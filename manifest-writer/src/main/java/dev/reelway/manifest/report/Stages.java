package dev.reelway.manifest.report;

import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.MadePart;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.manifest.report.VersionReport.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long each stage took and what it cost. */
final class Stages {

  private Stages() {}

  static List<Stage> of(ReportInput input) {
    List<Stage> stages = new ArrayList<>();
    input.inspecting().ifPresent(effort -> stages.add(stage("Inspect", List.of(effort), 1, 0)));
    input.planning().ifPresent(effort -> stages.add(stage("Plan", List.of(effort), 1, 0)));
    stages.add(encoding(input));
    List<Effort> packaging =
        input.tasks().stream().map(PackagedTask::packaging).flatMap(Optional::stream).toList();
    stages.add(stage("Package", packaging, input.tasks().size(), 0));
    input.publishing().ifPresent(effort -> stages.add(stage("Publish", List.of(effort), 1, 0)));
    return stages;
  }

  // What was found was paid for by an earlier run; its hours would only confuse.
  private static Stage encoding(ReportInput input) {
    List<Effort> efforts =
        parts(input)
            .filter(part -> !part.reused())
            .map(part -> part.detail().effort())
            .flatMap(Optional::stream)
            .toList();
    int found = (int) input.tasks().stream().filter(Stages::wasFound).count();
    return stage("Encode", efforts, input.tasks().size(), found);
  }

  private static boolean wasFound(PackagedTask task) {
    return task.parts().stream().allMatch(MadePart::reused);
  }

  private static Stream<MadePart> parts(ReportInput input) {
    return input.tasks().stream().flatMap(task -> task.parts().stream());
  }

  private static Stage stage(String name, List<Effort> efforts, int tasks, int found) {
    long start = efforts.stream().mapToLong(Effort::startedMillis).min().orElse(0);
    long end = efforts.stream().mapToLong(Effort::endedMillis).max().orElse(0);
    long cpu = efforts.stream().mapToLong(Effort::cpuMillis).sum();
    return new Stage(name, (end - start) / 1000.0, cpu / 1000.0, tasks, found);
  }
}
