package dev.reelway.manifest.report;

import dev.reelway.manifest.report.VersionReport.Moment;
import dev.reelway.manifest.report.VersionReport.Rung;
import dev.reelway.manifest.report.VersionReport.Series;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Lines over the time of the title, one for each rung. Drawn twice, for wide windows and for
 * phones, because letters in a picture shrink with it.
 */
final class TimeChart {

  /** Black and still pictures score without end; above this nobody sees a difference. */
  static final double HIGHEST_DECIBELS = 50;

  private final Html html;
  private final VersionReport report;
  private final String words;
  private final Axis values;
  private final DoubleFunction<String> unit;
  private final Function<Rung, Series> series;
  private final boolean stepped;

  private TimeChart(
      Html html,
      VersionReport report,
      String words,
      Axis values,
      DoubleFunction<String> unit,
      Function<Rung, Series> series,
      boolean stepped) {
    this.html = html;
    this.report = report;
    this.words = words;
    this.values = values;
    this.unit = unit;
    this.series = series;
    this.stepped = stepped;
  }

  /** Bits per second of each segment. */
  static void bitrate(Html html, VersionReport report) {
    Axis axis = Axis.ratios(all(report, Rung::bitrate));
    new TimeChart(
            html,
            report,
            "Bit rate of every rung over time",
            axis,
            Words::roundRate,
            Rung::bitrate,
            true)
        .drawTwice();
  }

  /** XPSNR of the sampled frames, with the worst moments marked. */
  static void scores(Html html, VersionReport report) {
    List<Double> shown =
        all(report, Rung::scores).stream().map(value -> Math.min(value, HIGHEST_DECIBELS)).toList();
    Axis axis = Axis.around(shown, 4);
    new TimeChart(
            html,
            report,
            "XPSNR of every rung over time",
            axis,
            value -> Math.round(value) + " dB",
            Rung::scores,
            false)
        .drawTwice();
  }

  private static List<Double> all(VersionReport report, Function<Rung, Series> series) {
    return report.video().stream().flatMap(rung -> series.apply(rung).values().stream()).toList();
  }

  private void drawTwice() {
    draw(new Canvas(html, 760, 280), "wide", 500, 8);
    draw(new Canvas(html, 380, 260), "narrow", 160, 4);
  }

  private void draw(Canvas canvas, String style, int most, int marks) {
    Axis time = new Axis(0, Math.max(report.durationSeconds(), 0.001), false);
    canvas.open(style, words);
    values.ticks(5).forEach(tick -> canvas.row(values.place(tick), unit.apply(tick)));
    time.timeTicks(marks).forEach(tick -> canvas.column(time.place(tick), Words.clock(tick)));
    for (int i = report.video().size() - 1; i >= 0; i--) {
      Series all = series.apply(report.video().get(i));
      Series shown = stepped ? Bins.means(all, most) : Bins.lowest(all, most);
      if (!shown.values().isEmpty()) {
        canvas.path(i, path(canvas, time, shown));
      }
    }
    if (!stepped) {
      mark(canvas, time);
    }
    canvas.close();
  }

  private String path(Canvas canvas, Axis time, Series shown) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shown.values().size(); i++) {
      String x = Canvas.n(canvas.x(time.place(shown.seconds().get(i))));
      String y = Canvas.n(canvas.y(values.place(shown.values().get(i))));
      path.append(i == 0 ? "M" + x + " " + y : stepped ? "H" + x + "V" + y : "L" + x + " " + y);
    }
    if (stepped || shown.values().size() == 1) {
      path.append("H").append(Canvas.n(canvas.x(1)));
    }
    return path.toString();
  }

  private void mark(Canvas canvas, Axis time) {
    int number = 0;
    for (Moment moment : report.worst()) {
      number++;
      double x = canvas.x(time.place(moment.seconds()));
      double y = canvas.y(values.place(moment.xpsnr()));
      canvas.dot(rungOf(moment), x, y, 9);
      canvas.text(Integer.toString(number), x, y + 4, "number", "middle");
    }
  }

  private int rungOf(Moment moment) {
    List<String> tracks = report.video().stream().map(Rung::track).toList();
    return Math.max(0, tracks.indexOf(moment.track()));
  }
}
