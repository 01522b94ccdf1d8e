package dev.reelway.conformance.decode;

import dev.reelway.contracts.decode.DecodedTrack.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How much worse pictures are beside segment starts than beside other key pictures. What is
 * compared is the dip: how far the pictures next to the key picture lie below those a little
 * further away.
 *
 * @param before excess of the dip in front of segment starts, dB; negative where they are better
 * @param behind the same behind segment starts
 * @param beforeUncertainty standard error of {@code before}, dB
 * @param behindUncertainty standard error of {@code behind}, dB
 * @param joins how many segment starts were looked at
 */
public record JoinQuality(
    double before, double behind, double beforeUncertainty, double behindUncertainty, int joins) {

  /** Fewer say nothing. */
  private static final int FEWEST = 3;

  /** More than this is worse, dB. */
  private static final double MARGIN = 0.5;

  /**
   * Measures the joins between groups.
   *
   * @param segmentStarts ticks at which segments start
   */
  public static JoinQuality of(List<Group> groups, Set<Long> segmentStarts) {
    List<Double> joinsBefore = new ArrayList<>();
    List<Double> joinsBehind = new ArrayList<>();
    List<Double> restBefore = new ArrayList<>();
    List<Double> restBehind = new ArrayList<>();
    for (int i = 1; i < groups.size(); i++) {
      Group last = groups.get(i - 1);
      Group next = groups.get(i);
      boolean join = segmentStarts.contains(next.startTicks());
      (join ? joinsBefore : restBefore).add(last.beforeTail() - last.tail());
      (join ? joinsBehind : restBehind).add(next.behindHead() - next.head());
    }
    return new JoinQuality(
        mean(joinsBefore) - mean(restBefore),
        mean(joinsBehind) - mean(restBehind),
        Math.hypot(error(joinsBefore), error(restBefore)),
        Math.hypot(error(joinsBehind), error(restBehind)),
        joinsBefore.size());
  }

  /** Whether the joins are surely worse than the rest. */
  public boolean isWorse() {
    return joins >= FEWEST
        && (before - 2 * beforeUncertainty > MARGIN || behind - 2 * behindUncertainty > MARGIN);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(0);
  }

  /** Standard error of the mean. */
  private static double error(List<Double> values) {
    if (values.size() < 2) {
      return 0;
    }
    double mean = mean(values);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1) / values.size());
  }
}
