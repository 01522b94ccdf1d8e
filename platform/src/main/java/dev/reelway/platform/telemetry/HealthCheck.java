package dev.reelway.platform.telemetry;

import java.util.Optional;

/** Says what is wrong, in one plain sentence, or nothing. It may block and it may throw. */
@FunctionalInterface
public interface HealthCheck {

  /** The problem, or empty if there is none. */
  Optional<String> problem() throws Exception;
}
