package dev.reelway.manifest.report;

import dev.reelway.manifest.report.VersionReport.Rung;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ladder as a picture: what each rung costs against how good it is, one curve for each family.
 * A thin line reaches from a rung's average to its peak.
 */
final class LadderChart {

  private LadderChart() {}

  static void draw(Html html, VersionReport report) {
    List<Rung> scored = report.video().stream().filter(rung -> rung.xpsnr().isPresent()).toList();
    if (!scored.isEmpty()) {
      draw(html, report, scored, "wide", 760, 320);
      draw(html, report, scored, "narrow", 380, 300);
    }
  }

  private static void draw(
      Html html, VersionReport report, List<Rung> rungs, String style, int width, int height) {
    Axis rates =
        Axis.ratios(
            rungs.stream()
                .flatMap(r -> Stream.of(r.averageBitsPerSecond(), r.peakBitsPerSecond()))
                .map(Long::doubleValue)
                .toList());
    Axis quality = Axis.around(rungs.stream().map(r -> r.xpsnr().orElseThrow()).toList(), 6);
    Canvas canvas = new Canvas(html, width, height);
    canvas.open(style, "Bit rate against quality of every rung");
    quality.ticks(5).forEach(t -> canvas.row(quality.place(t), Math.round(t) + " dB"));
    rates.ticks(5).forEach(t -> canvas.column(rates.place(t), Words.roundRate(t)));
    for (List<Rung> family : families(rungs)) {
      curve(canvas, report, family, rates, quality);
    }
    canvas.close();
  }

  private static void curve(
      Canvas canvas, VersionReport report, List<Rung> family, Axis rates, Axis quality) {
    StringBuilder path = new StringBuilder();
    for (Rung rung : family) {
      path.append(path.isEmpty() ? "M" : "L");
      path.append(Canvas.n(canvas.x(rates.place((double) rung.averageBitsPerSecond()))))
          .append(' ');
      path.append(Canvas.n(canvas.y(quality.place(rung.xpsnr().orElseThrow()))));
    }
    int first = report.video().indexOf(family.get(0));
    canvas.path(first, path.toString());
    for (Rung rung : family) {
      int colour = report.video().indexOf(rung);
      double x = canvas.x(rates.place((double) rung.averageBitsPerSecond()));
      double y = canvas.y(quality.place(rung.xpsnr().orElseThrow()));
      double peak = canvas.x(rates.place((double) rung.peakBitsPerSecond()));
      canvas.path(colour, "M" + Canvas.n(x) + " " + Canvas.n(y) + "H" + Canvas.n(peak));
      canvas.dot(colour, x, y, 6);
      boolean right = x < canvas.x(0.5);
      canvas.text(
          rung.name(),
          x + (right ? 10 : -10),
          y + (right ? 20 : -10),
          "label",
          right ? "start" : "end");
    }
  }

  private static List<List<Rung>> families(List<Rung> rungs) {
    Map<String, List<Rung>> families = new LinkedHashMap<>();
    rungs.forEach(r -> families.computeIfAbsent(r.family(), name -> new ArrayList<>()).add(r));
    return List.copyOf(families.values());
  }
}
