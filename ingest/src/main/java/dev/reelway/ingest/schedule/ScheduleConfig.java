package dev.reelway.ingest.schedule;

import dev.reelway.platform.config.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * When what is tidied up, and where the schedule is kept.
 *
 * @param jdbcUrl a PostgreSQL database that all ingest instances share, such as {@code
 *     jdbc:postgresql://db/reelway}; without one the schedule lies in a file of each instance
 * @param jdbcUser its user
 * @param jdbcPassword its password
 * @param stalledAfter a title at work without progress for so long is reported
 * @param dueEvery how often publication dates are looked at
 * @param sweepEvery how often storage is swept
 * @param workKeep how long work objects of published titles are kept
 * @param workGrace how long work objects are kept that no title refers to
 * @param keepVersions versions of a title that can be rolled back to, besides the public one
 * @param abandonedAfter an upload without progress for so long is removed
 */
public record ScheduleConfig(
    Optional<String> jdbcUrl,
    Optional<String> jdbcUser,
    Optional<Secret> jdbcPassword,
    Duration stalledAfter,
    Duration dueEvery,
    Duration sweepEvery,
    Duration workKeep,
    Duration workGrace,
    int keepVersions,
    Duration abandonedAfter) {

  /** For most installations. */
  public static final ScheduleConfig DEFAULT =
      new ScheduleConfig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Duration.ofMinutes(10),
          Duration.ofSeconds(10),
          Duration.ofHours(1),
          Duration.ofDays(7),
          Duration.ofHours(1),
          10,
          Duration.ofDays(1));

  /** Checks the limits. */
  public ScheduleConfig {
    if (jdbcUrl.isPresent() && !jdbcUrl.get().startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "jdbcUrl must be jdbc:postgresql://…; leave it out to keep the schedule in a file");
    }
    requirePositive("stalledAfter", stalledAfter);
    requirePositive("dueEvery", dueEvery);
    requirePositive("sweepEvery", sweepEvery);
    requirePositive("abandonedAfter", abandonedAfter);
    if (workKeep.isNegative() || workGrace.isNegative() || keepVersions < 1) {
      throw new IllegalArgumentException(
          "workKeep and workGrace must not be negative, keepVersions must be at least 1");
    }
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(name + " must be at least 1s");
    }
  }
}
