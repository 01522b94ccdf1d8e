package dev.reelway.ingest.coordinate.host;

import java.time.Duration;

/**
 * How patient and how generous the coordinator is.
 *
 * @param lease how long an executor may be silent about a task before somebody else gets it
 * @param unclaimed how long a task may lie on its queue before it is put there again
 * @param silence after which an executor no longer counts as there
 * @param replanAfter how long a title waits for workers of its engine build
 * @param statusEvery how often a title's progress is told at most
 * @param maxTitlesInFlight how many titles are encoded at a time; each tenant may always have one
 * @param workSpaceBytes room for the work objects of all titles in flight
 */
public record CoordinatorSettings(
    Duration lease,
    Duration unclaimed,
    Duration silence,
    Duration replanAfter,
    Duration statusEvery,
    int maxTitlesInFlight,
    long workSpaceBytes) {

  /** What a fleet of usual size runs with. */
  public static final CoordinatorSettings DEFAULT =
      new CoordinatorSettings(
          Duration.ofSeconds(15),
          Duration.ofMinutes(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(2),
          Duration.ofSeconds(1),
          200,
          Long.MAX_VALUE);

  /** Refuses limits that nothing could pass. */
  public CoordinatorSettings {
    if (maxTitlesInFlight < 1 || workSpaceBytes < 1) {
      throw new IllegalArgumentException("at least one title must fit");
    }
  }

  /** The same with other limits of admission. */
  public CoordinatorSettings admitting(int maxTitles, long workSpace) {
    return new CoordinatorSettings(
        lease, unclaimed, silence, replanAfter, statusEvery, maxTitles, workSpace);
  }

  /** The same with other patience. */
  public CoordinatorSettings leasing(Duration newLease, Duration newReplanAfter) {
    return new CoordinatorSettings(
        newLease,
        unclaimed,
        silence,
        newReplanAfter,
        statusEvery,
        maxTitlesInFlight,
        workSpaceBytes);
  }
}
