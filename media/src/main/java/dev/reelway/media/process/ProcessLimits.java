package dev.reelway.media.process;

import java.time.Duration;

/**
 * What a child process may use before it is killed.
 *
 * @param heap Java heap in mebibytes; pictures lie outside it
 * @param residentBytes resident memory of the whole process
 * @param total wall time of the whole task
 * @param silence time without a sign of progress
 * @param reading time that a read of the master may take
 */
public record ProcessLimits(
    int heap, long residentBytes, Duration total, Duration silence, Duration reading) {

  /** Limits with the usual patience for the master's storage. */
  public ProcessLimits(int heap, long residentBytes, Duration total, Duration silence) {
    this(heap, residentBytes, total, silence, Duration.ofMinutes(10));
  }

  /** Limits that a 4K ladder on a slow machine still meets. */
  public static final ProcessLimits DEFAULT =
      new ProcessLimits(128, 4L << 30, Duration.ofHours(6), Duration.ofMinutes(2));

  /** The same with {@code times} as much resident memory, for a task that ran out of it. */
  public ProcessLimits withMemory(int times) {
    return new ProcessLimits(heap, residentBytes * times, total, silence, reading);
  }
}
