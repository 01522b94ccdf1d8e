package dev.reelway.transcode;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.platform.config.Limits;
import dev.reelway.platform.work.ExecutorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code worker}.
 *
 * @param name outlives restarts of the process and is unique in the fleet; made up if absent
 * @param slots tasks at a time; 0 for one per processor
 * @param scratch where running tasks keep their files; a few hundred megabytes per slot
 * @param score whether sampled frames are scored (XPSNR)
 * @param grace how long running tasks may go on when the worker is told to stop
 */
public record WorkerConfig(
    Optional<String> name, int slots, Path scratch, boolean score, Duration grace) {

  /** A slot per processor, ten minutes to finish tasks. */
  public static final WorkerConfig DEFAULT =
      new WorkerConfig(
          Optional.empty(),
          0,
          Path.of(System.getProperty("java.io.tmpdir"), "reelway-scratch"),
          true,
          Duration.ofMinutes(10));

  private static final int MOST_SLOTS = 256;

  /** Checks the limits. */
  public WorkerConfig {
    Limits.check(slots >= 0 && slots <= MOST_SLOTS, "slots", "must be 0 to " + MOST_SLOTS);
  }

  /** The executor of this worker. */
  ExecutorSettings settings(String engineBuild) {
    int count = slots == 0 ? Runtime.getRuntime().availableProcessors() : slots;
    ExecutorSettings settings =
        ExecutorSettings.of(Pool.ENCODE, engineBuild, count).withGrace(grace);
    return name.map(settings::named).orElse(settings);
  }
}
