package dev.reelway.ingest.retain;

import java.time.Duration;

/**
 * How long things are kept that nothing alive refers to.
 *
 * @param workKeep work objects of published titles, so that a new version reuses them
 * @param grace work objects of titles that failed, were cancelled or erased
 * @param trackAge tracks that no version names, and whatever an erased title left
 * @param dryRun whether only to tell
 */
public record SweepRules(Duration workKeep, Duration grace, Duration trackAge, boolean dryRun) {

  /** As the schedule does it. */
  public static final SweepRules USUAL =
      new SweepRules(Duration.ofDays(7), Duration.ofHours(1), Duration.ofDays(1), false);

  /** When an operator asks: what is of no use goes at once. */
  public SweepRules atOnce(boolean onlyTell) {
    return new SweepRules(workKeep, Duration.ZERO, Duration.ZERO, onlyTell);
  }
}
