package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.platform.telemetry.FleetLoad;

/** Is told what the workflow does, as far as people measure it. */
public interface FleetTelemetry {

  /** Hears nothing. */
  FleetTelemetry NONE =
      new FleetTelemetry() {
        @Override
        public void load(FleetLoad load) {}

        @Override
        public void retried(Step step, FailureKind kind) {}

        @Override
        public void deadLettered(FailureKind kind) {}
      };

  /** What there is to do; told every few seconds. */
  void load(FleetLoad load);

  /** A task is given out again because of {@code kind}. */
  void retried(Step step, FailureKind kind);

  /** A task was given up, or a message could not be handled. */
  void deadLettered(FailureKind kind);
}
