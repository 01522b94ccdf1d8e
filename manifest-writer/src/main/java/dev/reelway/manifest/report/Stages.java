package dev.reelway.manifest.report;

import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.MadePart;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.manifest.report.VersionReport.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** How long each stage took and what it cost. */
final class Stages {

  private Stages() {}

  private record Work(String name, List<Effort> efforts, int tasks, int found) {

    LongStream starts() {
      return efforts.stream().mapToLong(Effort::startedMillis);
    }

    Stage from(long beginning) {
      long start = starts().min().orElse(beginning);
      long end = efforts.stream().mapToLong(Effort::endedMillis).max().orElse(start);
      long cpu = efforts.stream().mapToLong(Effort::cpuMillis).sum();
      return new Stage(
          name, (start - beginning) / 1000.0, (end - start) / 1000.0, cpu / 1000.0, tasks, found);
    }
  }

  static List<Stage> of(ReportInput input) {
    List<Work> works = new ArrayList<>();
    input.inspecting().ifPresent(effort -> works.add(new Work("Inspect", List.of(effort), 1, 0)));
    input.planning().ifPresent(effort -> works.add(new Work("Plan", List.of(effort), 1, 0)));
    works.add(encoding(input));
    works.add(new Work("Package", packaging(input), input.tasks().size(), 0));
    input.publishing().ifPresent(effort -> works.add(new Work("Publish", List.of(effort), 1, 0)));
    long beginning = works.stream().flatMapToLong(Work::starts).min().orElse(0);
    return works.stream().map(work -> work.from(beginning)).toList();
  }

  // What was found was paid for by an earlier run; its hours would only confuse.
  private static Work encoding(ReportInput input) {
    List<Effort> efforts =
        input.tasks().stream()
            .flatMap(task -> task.parts().stream())
            .filter(part -> !part.reused())
            .map(part -> part.detail().effort())
            .flatMap(Optional::stream)
            .toList();
    int found = (int) input.tasks().stream().filter(Stages::wasFound).count();
    return new Work("Encode", efforts, input.tasks().size(), found);
  }

  private static boolean wasFound(PackagedTask task) {
    return task.parts().stream().allMatch(MadePart::reused);
  }

  private static List<Effort> packaging(ReportInput input) {
    return input.tasks().stream().map(PackagedTask::packaging).flatMap(Optional::stream).toList();
  }
}
