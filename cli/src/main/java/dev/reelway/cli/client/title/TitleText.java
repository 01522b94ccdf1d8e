package dev.reelway.cli.client.title;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.text.Counts;
import dev.reelway.cli.text.FindingsText;
import dev.reelway.cli.text.ProgressText;
import dev.reelway.cli.text.Sizes;
import dev.reelway.cli.text.Table;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is known of a title. */
public final class TitleText {

  private final TitleView view;
  private final TitleStatus status;
  private final LocalTimes times;
  private final List<String> lines = new ArrayList<>();

  private TitleText(TitleView view, LocalTimes times) {
    this.view = view;
    this.status = view.status();
    this.times = times;
  }

  /** One line per fact; {@code now} tells how long the present stage has lasted. */
  public static List<String> lines(TitleView view, LocalTimes times, Instant now) {
    return new TitleText(view, times).write(now);
  }

  private List<String> write(Instant now) {
    lines.add("Title    " + name(status));
    lines.add("Phase    " + phase(status));
    lines.addAll(master(status));
    lines.add(
        "Made by  profile " + Printable.text(status.profileName()) + ", " + status.lane().label());
    status.metadata().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> lines.add("Meta     " + Printable.text(e.getKey() + " = " + e.getValue())));
    status.plan().ifPresent(plan -> lines.add(plan(plan)));
    lines.add("");
    lines.addAll(stages(now));
    lines.add("");
    status.plan().ifPresent(this::progress);
    findings();
    dates();
    status.failure().ifPresent(failure -> lines.addAll(failure(status)));
    lines.addAll(view.addresses());
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** The name for people, then the one for commands. */
  static String name(TitleStatus status) {
    String version = ", version " + status.version();
    return status.name().isBlank() || status.name().equals(status.titleId())
        ? Printable.text(status.titleId()) + version
        : Printable.text(status.name() + " (" + status.titleId() + ")") + version;
  }

  /** Where it stands, and what it waits for. */
  static String phase(TitleStatus status) {
    String place =
        status.queuePosition() > 0 ? ", number " + status.queuePosition() + " in the queue" : "";
    String run = status.run() > 1 ? ", run " + status.run() : "";
    return status.phase() + place + run + hint(status);
  }

  private static String hint(TitleStatus status) {
    String id = Printable.text(status.titleId());
    return switch (status.phase()) {
      case AWAITING_START -> "; start it with: reelway start " + id;
      case AWAITING_PUBLISH -> "; publish it with: reelway publish " + id;
      case HELD, FAILED -> isRefused(status) ? "" : "; try again with: reelway retry " + id;
      default -> "";
    };
  }

  // The same master would be refused again.
  private static boolean isRefused(TitleStatus status) {
    return status
        .failure()
        .filter(f -> ExitCodes.of(f.kind()) == ExitCodes.MASTER_REFUSED)
        .isPresent();
  }

  /** The master, in one or two lines. */
  static List<String> master(TitleStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add("Master   " + Printable.text(status.master()));
    if (!status.masterSummary().isBlank()) {
      lines.add("         " + Printable.text(status.masterSummary()));
    }
    return lines;
  }

  /** The plan in one line. */
  static String plan(PlanOutline plan) {
    return "Plan     "
        + String.join(
            " · ",
            MediaTime.timecode(new Rational(Math.round(plan.durationSeconds() * 1000), 1000)),
            Counts.of(plan.rungs().size(), "rung"),
            Counts.of(plan.audioTracks(), "sound track"),
            Counts.of(plan.videoChunks(), "chunk"),
            "about " + plan.cost().cpuSeconds() + " CPU-s",
            "at most " + Sizes.bytes(plan.cost().outputBytes()));
  }

  private List<String> stages(Instant now) {
    Table table = new Table("Stage", "Entered", "Took");
    for (int i = 0; i < status.phases().size(); i++) {
      TitleStatus.Entered stage = status.phases().get(i);
      Optional<Instant> entered = LocalTimes.instant(stage.at());
      Optional<Instant> left =
          i + 1 < status.phases().size()
              ? LocalTimes.instant(status.phases().get(i + 1).at())
              : Optional.of(now).filter(n -> !stage.phase().isOver());
      String took =
          entered
              .flatMap(from -> left.map(to -> LocalTimes.duration(Duration.between(from, to))))
              .orElse("-");
      table.row(stage.phase().name(), times.text(stage.at()), took);
    }
    return table.lines();
  }

  private void progress(PlanOutline plan) {
    TitleProgress progress = new TitleProgress(status, plan);
    if (status.phase() == Phase.ENCODING) {
      long eta = status.progress().etaSeconds();
      lines.add(ProgressText.overall(progress.share(), ProgressText.eta(eta)));
    }
    if (plan.totalFrames() > 0) {
      lines.add(progress.picture());
      lines.add(progress.rungs());
    }
    lines.add(progress.tasks());
    if (status.progress().reusedParts() > 0) {
      lines.add(progress.reused());
    }
  }

  private void findings() {
    List<Finding> all = new ArrayList<>(status.findings());
    status.plan().stream()
        .flatMap(plan -> plan.warnings().stream())
        .filter(warning -> !all.contains(warning))
        .forEach(all::add);
    FindingsText.lines(all).forEach(line -> lines.add(Printable.text(line)));
  }

  private void dates() {
    status.published().ifPresent(p -> lines.add("Public   version " + p.version()));
    status.publishAt().ifPresent(at -> lines.add("Publish  at " + times.text(at)));
    status.unpublishAt().ifPresent(at -> lines.add("Remove   at " + times.text(at)));
  }

  private static List<String> failure(TitleStatus status) {
    return status
        .failure()
        .map(
            failure ->
                List.of(
                    "Failed   "
                        + Printable.text(failure.message())
                        + " ["
                        + failure.kind().code()
                        + "]",
                    "         " + failure.kind().advice()))
        .orElse(List.of());
  }
}
