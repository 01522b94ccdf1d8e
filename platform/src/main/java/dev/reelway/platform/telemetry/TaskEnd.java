package dev.reelway.platform.telemetry;

import java.util.Locale;

/** How an attempt at a task ended, seen from the executor that ran it. */
public enum TaskEnd {
  /** Its result lies in storage. */
  SUCCEEDED,
  /** It threw. */
  FAILED,
  /** It was told to stop, or was given back. */
  STOPPED;

  /** As metrics and traces write it: lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
