package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.time.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the rungs of a ladder owe to one another.
 *
 * <ul>
 *   <li>In a family (one codec, one dynamic range) no height comes twice and larger rungs have
 *       larger caps: players choose by bit rate.
 *   <li>Each family covers the whole range, since a player stays in it: it starts at 540 lines or
 *       below and reaches 720 or above, unless the whole ladder does not.
 *   <li>Somebody must be able to play an SDR master: one family is SDR.
 * </ul>
 */
final class LadderRules {

  /** Plays on 2 Mb/s and less. */
  private static final int LOW_ENOUGH = 540;

  /** Looks good on a television. */
  private static final int HIGH_ENOUGH = 720;

  private LadderRules() {}

  /**
   * A rung with the place that complaints point to.
   *
   * @param rung what was read
   * @param fields where it was read
   */
  record ReadRung(Profile.Rung rung, LadderFields fields) {

    int height() {
      return rung.height();
    }
  }

  static void check(List<ReadRung> rungs) {
    Map<RungFamily, List<ReadRung>> families =
        rungs.stream()
            .sorted(Comparator.comparingInt(ReadRung::height).reversed())
            .collect(
                Collectors.groupingBy(
                    r -> RungFamily.of(r.rung()), TreeMap::new, Collectors.toList()));
    families.values().forEach(LadderRules::descending);
    int highest = rungs.stream().mapToInt(ReadRung::height).max().orElseThrow();
    int lowest = rungs.stream().mapToInt(ReadRung::height).min().orElseThrow();
    families.forEach((family, members) -> wholeRange(family, members, lowest, highest));
    if (families.keySet().stream().noneMatch(f -> f.range() == DynamicRange.SDR)) {
      rungs
          .get(0)
          .fields()
          .complain("dynamicRange", "add SDR rungs, too; most screens show nothing else");
    }
  }

  private static void descending(List<ReadRung> family) {
    for (int i = 1; i < family.size(); i++) {
      Profile.Rung upper = family.get(i - 1).rung();
      Profile.Rung lower = family.get(i).rung();
      if (lower.height() == upper.height()) {
        family.get(i).fields().complain("height", "another rung already has this height");
      } else if (lower.maxBitsPerSecond() >= upper.maxBitsPerSecond()) {
        family
            .get(i)
            .fields()
            .complain(
                "maxBitrate",
                "it must be less than the %s of the larger rung of height %d"
                    .formatted(
                        LadderNumber.bitrateText(Rational.of(upper.maxBitsPerSecond())),
                        upper.height()));
      }
    }
  }

  private static void wholeRange(
      RungFamily family, List<ReadRung> members, int lowest, int highest) {
    ReadRung top = members.get(0);
    ReadRung bottom = members.get(members.size() - 1);
    if (bottom.height() > Math.max(lowest, LOW_ENOUGH)) {
      bottom
          .fields()
          .complain(
              "height",
              "a player of %s stays with it; give it a rung of %d or less for slow networks"
                  .formatted(family.words(), LOW_ENOUGH));
    }
    if (top.height() < Math.min(highest, HIGH_ENOUGH)) {
      top.fields()
          .complain(
              "height",
              "a player of %s stays with it; give it a rung of %d or more for large screens"
                  .formatted(family.words(), Math.min(highest, HIGH_ENOUGH)));
    }
  }
}
