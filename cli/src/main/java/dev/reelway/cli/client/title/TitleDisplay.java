package dev.reelway.cli.client.title;

import dev.reelway.cli.text.LiveLines;
import dev.reelway.cli.text.ProgressText;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a title while a fleet makes it: a few lines that renew themselves on a terminal, plain
 * lines at each new stage and now and then elsewhere.
 */
public final class TitleDisplay implements AutoCloseable {

  private final PrintWriter out;
  private final boolean terminal;
  private final LiveLines live;
  private boolean masterShown;
  private boolean planShown;
  private String lastStage = "";
  private int lastPercent = -1;

  /**
   * Shows nothing before {@link #show}.
   *
   * @param terminal whether {@code out} understands cursor movements
   */
  public TitleDisplay(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.live = new LiveLines(out);
  }

  /** The latest status. */
  public void show(TitleStatus status) {
    live.clear();
    if (!masterShown && !status.masterSummary().isBlank()) {
      TitleText.master(status).forEach(out::println);
      masterShown = true;
    }
    if (!planShown && status.plan().isPresent()) {
      out.println(TitleText.plan(status.plan().get()));
      planShown = true;
    }
    if (terminal) {
      live.show(lines(status));
    } else {
      plain(status);
    }
    out.flush();
  }

  private static List<String> lines(TitleStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add(stage(status));
    if (status.phase() == Phase.ENCODING && status.plan().isPresent()) {
      TitleProgress progress = new TitleProgress(status, status.plan().get());
      lines.add(ProgressText.overall(progress.share(), eta(status)));
      if (progress.plan().totalFrames() > 0) {
        lines.add(progress.picture());
      }
      lines.add(progress.tasks());
      if (status.progress().reusedParts() > 0) {
        lines.add(progress.reused());
      }
    }
    return lines;
  }

  private void plain(TitleStatus status) {
    String stage = stage(status);
    if (!stage.equals(lastStage)) {
      lastStage = stage;
      out.println(stage);
    }
    if (status.phase() == Phase.ENCODING && status.plan().isPresent()) {
      TitleProgress progress = new TitleProgress(status, status.plan().get());
      int percent = progress.percent() / 10 * 10;
      if (percent > lastPercent) {
        lastPercent = percent;
        String picture = progress.plan().totalFrames() > 0 ? progress.picture() : "";
        out.println(ProgressText.plain(percent, eta(status), picture));
      }
    }
  }

  private static String stage(TitleStatus status) {
    return "Phase    " + TitleText.phase(status);
  }

  private static String eta(TitleStatus status) {
    return ProgressText.eta(status.progress().etaSeconds());
  }

  /** Leaves the lines clean for what follows. */
  @Override
  public void close() {
    live.clear();
    out.flush();
  }
}
