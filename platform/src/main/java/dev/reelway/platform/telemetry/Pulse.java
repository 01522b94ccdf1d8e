package dev.reelway.platform.telemetry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells a wedged loop from a working one: the loop beats, and a pulse that was not felt for too
 * long is a problem.
 */
public final class Pulse implements HealthCheck {
  private final Duration limit;
  private final LongSupplier nanoTime;
  private volatile long lastNanos;

  /** Starts with a beat; {@code limit} is well beyond the longest round of the loop. */
  public Pulse(Duration limit) {
    this(limit, System::nanoTime);
  }

  Pulse(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    beat();
  }

  /** The loop went round. */
  public void beat() {
    lastNanos = nanoTime.getAsLong();
  }

  @Override
  public Optional<String> problem() {
    Duration silence = Duration.ofNanos(nanoTime.getAsLong() - lastNanos);
    return silence.compareTo(limit) <= 0
        ? Optional.empty()
        : Optional.of("It has not moved for " + silence.toSeconds() + " s.");
  }
}
