package dev.reelway.manifest.report;

import dev.reelway.manifest.report.VersionReport.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Makes long series short enough to draw: a title of three hours has thousands of values. */
final class Bins {

  private Bins() {}

  /** At most {@code most} values, each the mean of those it stands for. */
  static Series means(Series series, int most) {
    return shorten(series, most, v -> v.stream().mapToDouble(x -> x).average().orElse(0));
  }

  /** At most {@code most} values, each the lowest of those it stands for. */
  static Series lowest(Series series, int most) {
    return shorten(series, most, v -> v.stream().mapToDouble(x -> x).min().orElse(0));
  }

  private static Series shorten(Series series, int most, ToDoubleFunction<List<Double>> one) {
    int size = series.values().size();
    if (size <= most) {
      return series;
    }
    List<Double> seconds = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int from = (int) ((long) size * i / most);
      int to = (int) ((long) size * (i + 1) / most);
      seconds.add(series.seconds().get(from));
      values.add(one.applyAsDouble(series.values().subList(from, to)));
    }
    return new Series(seconds, values);
  }
}
