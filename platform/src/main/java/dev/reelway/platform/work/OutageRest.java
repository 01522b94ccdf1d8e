package dev.reelway.platform.work;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.TaskReport;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps an executor with a broken disk or network from taking task after task only to fail each at
 * once: after a failure of storage it rests, twice as long each time, so that healthy ones get the
 * tasks. A success ends that.
 */
final class OutageRest {

  private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST_DOUBLINGS = 4;

  private final LongSupplier nanos;
  private int failures;
  private long untilNanos;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  OutageRest(LongSupplier nanos) {
    this.nanos = nanos;
    this.untilNanos = nanos.getAsLong();
  }

  /** A task ended like this. */
  synchronized void ended(TaskReport report) {
    if (report instanceof TaskReport.Succeeded) {
      failures = 0;
    } else if (report instanceof TaskReport.Failed failed && isOutage(failed.kind())) {
      untilNanos = nanos.getAsLong() + (FIRST_NANOS << Math.min(failures, MOST_DOUBLINGS));
      failures++;
    }
  }

  /** Whether no task should be taken now. */
  synchronized boolean isDue() {
    return nanos.getAsLong() - untilNanos < 0;
  }

  private static boolean isOutage(FailureKind kind) {
    return kind == FailureKind.STORAGE_FULL || kind == FailureKind.STORAGE_UNAVAILABLE;
  }
}
