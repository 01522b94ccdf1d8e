package dev.reelway.cli.encode;

import dev.reelway.cli.text.InspectionText;
import dev.reelway.cli.text.LiveLines;
import dev.reelway.cli.text.PlanText;
import dev.reelway.cli.text.ProgressText;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.work.TaskKind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows an encode while it runs: a few lines that renew themselves on a terminal, one plain line
 * now and then elsewhere.
 */
final class Display implements AutoCloseable {

  private static final int TERMINAL_MILLIS = 250;
  private static final int PLAIN_MILLIS = 500;

  private final EncodeProgress progress;
  private final PrintWriter out;
  private final boolean terminal;
  private final LiveLines live;
  private final Thread clock = new Thread(this::run, "display");
  private boolean inspectionShown;
  private boolean planShown;
  private int lastPercent = -1;

  /**
   * Starts showing.
   *
   * @param terminal whether {@code out} understands cursor movements
   */
  Display(EncodeProgress progress, PrintWriter out, boolean terminal) {
    this.progress = progress;
    this.out = out;
    this.terminal = terminal;
    this.live = new LiveLines(out);
    clock.setDaemon(true);
    clock.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(terminal ? TERMINAL_MILLIS : PLAIN_MILLIS);
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the encode is over
    }
  }

  private synchronized void show() {
    live.clear();
    if (!inspectionShown && progress.inspection() != null) {
      InspectionText.lines(progress.inspection()).forEach(out::println);
      inspectionShown = true;
    }
    if (inspectionShown && !planShown && progress.plan() != null) {
      PlanText.findings(progress.plan()).forEach(out::println);
      out.println(PlanText.summary(progress.plan()));
      planShown = true;
    }
    if (planShown && terminal) {
      live.show(lines());
    } else if (planShown) {
      plain();
    }
    out.flush();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    double share = share();
    lines.add(ProgressText.overall(share, eta(share)));
    if (!progress.plan().chunks().isEmpty()) {
      lines.add(picture());
    }
    if (!progress.plan().audio().isEmpty()) {
      lines.add(sound());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-9s%d of %d tasks%s",
            "Packaged",
            progress.packagedTasks(),
            progress.tasks(),
            progress.reusedTasks() > 0 ? ", " + progress.reusedTasks() + " reused" : ""));
    return lines;
  }

  private void plain() {
    int percent = (int) Math.floor(share() * 10) * 10;
    if (percent > lastPercent) {
      lastPercent = percent;
      String picture = progress.plan().chunks().isEmpty() ? "" : picture();
      out.println(ProgressText.plain(percent, eta(share()), picture));
    }
  }

  private String picture() {
    EncodeProgress.Stage stage = progress.stage(TaskKind.VIDEO_CHUNK);
    double fps = stage.fresh() / Math.max(0.001, progress.encodingSeconds());
    double realTime = fps / progress.plan().grid().rate().framesPerSecond().toDouble();
    return String.format(
        Locale.ROOT,
        "%-9s%d of %d frames  %.1f fps  %.2f x real time",
        "Picture",
        stage.done(),
        stage.total(),
        fps,
        realTime);
  }

  private String sound() {
    EncodeProgress.Stage stage = progress.stage(TaskKind.AUDIO_TRACK);
    return String.format(
        Locale.ROOT, "%-9s%.0f %%", "Sound", 100.0 * stage.done() / Math.max(1, stage.total()));
  }

  // Sound costs a few percent of the picture, so the picture tells how far the whole has come.
  private double share() {
    EncodePlan plan = progress.plan();
    EncodeProgress.Stage stage =
        progress.stage(plan.chunks().isEmpty() ? TaskKind.AUDIO_TRACK : TaskKind.VIDEO_CHUNK);
    return (double) stage.done() / Math.max(1, stage.total());
  }

  private String eta(double share) {
    return ProgressText.eta(
        share < 0.01 ? -1 : Math.round(progress.encodingSeconds() / share * (1 - share)));
  }

  /** Shows the last state and leaves the lines clean for what follows. */
  @Override
  public void close() {
    clock.interrupt();
    synchronized (this) {
      live.clear();
      out.flush();
    }
  }

  /** Shows what is known once more, such as the inspection of a title that ended early. */
  void finish() {
    show();
    close();
  }
}
