package dev.reelway.contracts.work;

/**
 * What a piece of work took. For the report alone: it differs from run to run, so nothing that
 * decides or names anything may look at it.
 *
 * @param startedMillis when it began, in milliseconds since 1970
 * @param wallMillis how long it took
 * @param cpuMillis processor time of this program and its child processes
 */
public record Effort(long startedMillis, long wallMillis, long cpuMillis) {

  /** When it ended, in milliseconds since 1970. */
  public long endedMillis() {
    return startedMillis + wallMillis;
  }

  /** The share of one of {@code count} things that were made together; shares add up. */
  public Effort share(int index, int count) {
    long before = cpuMillis * index / count;
    return new Effort(startedMillis, wallMillis, cpuMillis * (index + 1) / count - before);
  }
}
