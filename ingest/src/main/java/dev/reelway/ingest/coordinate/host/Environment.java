package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Topics;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a coordinator is given to work with.
 *
 * @param settings how patient and generous it is
 * @param topics names of what it writes to
 * @param stores what survives a restart
 * @param outbox takes its messages
 * @param clock its time
 * @param telemetry is told what is counted
 */
record Environment(
    CoordinatorSettings settings,
    Topics topics,
    Stores stores,
    Outbox outbox,
    InstantSource clock,
    FleetTelemetry telemetry) {

  /** An environment in which nobody counts. */
  Environment(
      CoordinatorSettings settings,
      Topics topics,
      Stores stores,
      Outbox outbox,
      InstantSource clock) {
    this(settings, topics, stores, outbox, clock, FleetTelemetry.NONE);
  }

  long millis() {
    return clock.millis();
  }

  Instant now() {
    return clock.instant();
  }

  /** When a lease that begins or is renewed now will end. */
  long leaseEnd() {
    return clock.millis() + settings.lease().toMillis();
  }

  /** Tells all executors. */
  void control(Control message) {
    outbox.send(topics.control(), "fleet", message);
  }
}
