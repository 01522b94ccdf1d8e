package dev.reelway.cli.client.title;

import dev.reelway.cli.text.Counts;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How far the tasks of a title are, in words.
 *
 * @param status whose
 * @param plan its plan
 */
record TitleProgress(TitleStatus status, PlanOutline plan) {

  /** The share that is encoded, from 0 to 1. */
  double share() {
    if (status.phase() == Phase.PUBLISHED) {
      return 1;
    }
    TitleStatus.Progress progress = status.progress();
    double share =
        plan.totalFrames() > 0
            ? (double) progress.framesDone() / plan.totalFrames()
            : (double) progress.encoded() / Math.max(1, progress.tasks());
    return Math.max(0, Math.min(1, share));
  }

  /** Percents without any that are not there yet. */
  int percent() {
    return (int) Math.floor(share() * 100);
  }

  /** Frames done, and by how many tasks at this moment. */
  String picture() {
    int running = status.progress().running();
    return "Picture  "
        + status.progress().framesDone()
        + " of "
        + plan.totalFrames()
        + " frames"
        + (running == 0 ? "" : ", " + Counts.of(running, "task") + " running");
  }

  /**
   * Every rung with how far it is: all the same, as a chunk is encoded into all of them at once.
   */
  String rungs() {
    return plan.rungs().stream()
        .map(rung -> Printable.text(rung) + " " + percent() + " %")
        .collect(Collectors.joining(" · ", "Rungs    ", ""));
  }

  /** Tasks by where they stand. */
  String tasks() {
    TitleStatus.Progress progress = status.progress();
    return String.format(
        Locale.ROOT,
        "Tasks    %d of %d encoded, %d packaged%s",
        progress.encoded(),
        progress.tasks(),
        progress.packaged(),
        progress.retries() == 0 ? "" : ", " + progress.retries() + " tried again");
  }

  /** What was found instead of encoded. */
  String reused() {
    TitleStatus.Progress progress = status.progress();
    return "Reused   " + progress.reusedParts() + " of " + progress.parts() + " parts";
  }
}
