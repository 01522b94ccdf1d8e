package dev.reelway.manifest.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Values along one side of a chart.
 *
 * @param low the value at its start
 * @param high the value at its end, above {@code low}
 * @param logarithmic whether equal ratios are equally far apart
 */
record Axis(double low, double high, boolean logarithmic) {

  private static final double[] STEPS = {1, 2, 5, 10};
  private static final int[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400
  };

  /** An axis that holds all of {@code values} with some air. */
  static Axis around(List<Double> values, double least) {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    double air = Math.max(least, high - low) * 0.08;
    return new Axis(low - air, high + air, false);
  }

  /** The same for rates, by ratio. */
  static Axis ratios(List<Double> values) {
    double low = values.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(1);
    double high = values.stream().mapToDouble(v -> v).max().orElse(10);
    return new Axis(low / 1.3, Math.max(high, low) * 1.3, true);
  }

  /** Where a value lies: 0 at the start, 1 at the end. */
  double place(double value) {
    double place =
        logarithmic
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.min(1, Math.max(0, place));
  }

  /** Round values along the axis, about {@code count} of them. */
  List<Double> ticks(int count) {
    return logarithmic ? ratioTicks() : evenTicks(step((high - low) / count));
  }

  /** The same for seconds, at places where clocks have marks. */
  List<Double> timeTicks(int count) {
    for (int step : SECONDS) {
      if ((high - low) / step <= count) {
        return evenTicks(step);
      }
    }
    return evenTicks(step((high - low) / count / 3600) * 3600);
  }

  private static double step(double wished) {
    double power = Math.pow(10, Math.floor(Math.log10(wished)));
    for (double step : STEPS) {
      if (step * power >= wished) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private List<Double> evenTicks(double step) {
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private List<Double> ratioTicks() {
    boolean wide = high / low > 100;
    List<Double> ticks = new ArrayList<>();
    for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
      for (double step : wide ? new double[] {1} : new double[] {1, 2, 5}) {
        if (step * power >= low && step * power <= high) {
          ticks.add(step * power);
        }
      }
    }
    return ticks;
  }
}
