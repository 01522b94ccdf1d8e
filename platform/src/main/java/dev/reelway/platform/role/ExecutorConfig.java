package dev.reelway.platform.role;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.platform.config.Limits;
import dev.reelway.platform.work.ExecutorSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * Sections {@code packager} and {@code manifestWriter}, and part of the others: how a role takes
 * tasks.
 *
 * @param name outlives restarts of the process and is unique in the fleet; made up if absent
 * @param slots tasks at a time
 * @param grace how long running tasks may go on when the role is told to stop
 */
public record ExecutorConfig(Optional<String> name, int slots, Duration grace) {

  /** Two tasks at a time, a minute to finish them. */
  public static final ExecutorConfig DEFAULT =
      new ExecutorConfig(Optional.empty(), 2, Duration.ofMinutes(1));

  private static final int MOST_SLOTS = 256;

  /** Checks the limits. */
  public ExecutorConfig {
    Limits.check(slots >= 1 && slots <= MOST_SLOTS, "slots", "must be 1 to " + MOST_SLOTS);
  }

  /** The executor of a pool. */
  public ExecutorSettings settings(Pool pool, String engineBuild) {
    ExecutorSettings settings = ExecutorSettings.of(pool, engineBuild, slots).withGrace(grace);
    return name.map(settings::named).orElse(settings);
  }
}
