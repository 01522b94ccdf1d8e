package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;

/** Prints what the coordinator costs and how busy it keeps a fleet. */
public final class OrchestrationBench {

  private static final long TASK_MILLIS = 3_000;
  private static final int WARM_UP_CHUNKS = 2_000;
  private static final int MEASURED_TASKS = 4_000;
  private static final int CHUNKS_OF_QUEUED = 100;

  private OrchestrationBench() {}

  /** Runs all scenarios. */
  public static void main(String[] arguments) {
    cost(1, WARM_UP_CHUNKS, Long.MAX_VALUE);
    System.out.println(
        "| Titles | Chunks each | Tasks measured | CPU ms per chunk task | KB per task |");
    System.out.println("|---:|---:|---:|---:|---:|");
    for (int titles : new int[] {10, 100, 1_000}) {
      print(titles, CHUNKS_OF_QUEUED, cost(titles, CHUNKS_OF_QUEUED, MEASURED_TASKS));
    }
    for (int chunks : new int[] {100, 1_000, 5_000}) {
      print(1, chunks, cost(1, chunks, Long.MAX_VALUE));
    }
    System.out.println();
    efficiency(10, 1_800);
  }

  private record Cost(long tasks, double cpuMillis, double kilobytes) {}

  /** Forty encode slots; only what comes after all titles were planned is measured. */
  private static Cost cost(int titles, int chunks, long measuredTasks) {
    VirtualFleet fleet = new VirtualFleet(chunks);
    for (int title = 0; title < titles; title++) {
      fleet.submit("title-" + title);
    }
    fleet.runUntil(() -> fleet.finished(Step.PLAN) == titles);
    for (int worker = 0; worker < 10; worker++) {
      fleet.join(Pool.ENCODE, 4, TASK_MILLIS);
    }
    long cpuBefore = fleet.cpuNanos();
    long bytesBefore = fleet.bytes();
    fleet.runUntil(
        () ->
            fleet.finished(Step.PACKAGE) == measuredTasks
                || fleet.finished(Step.PUBLISH) == titles);
    long tasks = fleet.finished(Step.PACKAGE);
    return new Cost(
        tasks,
        (fleet.cpuNanos() - cpuBefore) / 1e6 / tasks,
        (fleet.bytes() - bytesBefore) / 1e3 / tasks);
  }

  private static void print(int titles, int chunks, Cost cost) {
    System.out.printf(
        "| %,d | %,d | %,d | %.3f | %.1f |%n",
        titles, chunks, cost.tasks, cost.cpuMillis, cost.kilobytes);
  }

  private static void efficiency(int workers, int chunks) {
    VirtualFleet fleet = new VirtualFleet(chunks);
    for (int worker = 0; worker < workers; worker++) {
      fleet.join(Pool.ENCODE, 1, TASK_MILLIS);
    }
    fleet.submit("feature");
    fleet.runUntil(() -> fleet.finished(Step.PUBLISH) == 1);
    double efficiency = (double) fleet.busyMillis() / (workers * fleet.makespanMillis());
    System.out.printf(
        "%d workers, %,d chunks, %d s a task, %d ms a commit: %.1f %% busy from the first task to"
            + " the last (%.1f s); submitted to published %.1f s.%n",
        workers,
        chunks,
        TASK_MILLIS / 1_000,
        VirtualFleet.COMMIT_MILLIS,
        100 * efficiency,
        fleet.makespanMillis() / 1e3,
        fleet.elapsedMillis() / 1e3);
  }
}
