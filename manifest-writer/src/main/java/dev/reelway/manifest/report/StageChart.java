package dev.reelway.manifest.report;

import dev.reelway.manifest.report.VersionReport.Stage;
import java.util.List;

/** When each stage was at work, as bars over time. */
final class StageChart {

  private static final int ROW = 22;

  private StageChart() {}

  static void draw(Html html, List<Stage> stages) {
    draw(html, stages, "wide", 760, 8);
    draw(html, stages, "narrow", 380, 4);
  }

  /** When the last stage ended, in seconds from the start of the first. */
  static double end(List<Stage> stages) {
    return stages.stream().mapToDouble(s -> s.startSeconds() + s.elapsedSeconds()).max().orElse(0);
  }

  private static void draw(Html html, List<Stage> stages, String style, int width, int marks) {
    Axis time = new Axis(0, Math.max(1, end(stages)), false);
    Canvas canvas = new Canvas(html, width, stages.size() * ROW + 44);
    canvas.open(style, "When each stage was at work");
    time.timeTicks(marks).forEach(tick -> canvas.column(time.place(tick), Words.clock(tick)));
    for (int row = 0; row < stages.size(); row++) {
      Stage stage = stages.get(row);
      double x = canvas.x(time.place(stage.startSeconds()));
      double end = canvas.x(time.place(stage.startSeconds() + stage.elapsedSeconds()));
      canvas.text(stage.name(), 0, row * ROW + 29, "mark", "start");
      canvas.bar("bar", x, row * ROW + 16, Math.max(2, end - x), ROW - 6);
    }
    canvas.close();
  }
}
