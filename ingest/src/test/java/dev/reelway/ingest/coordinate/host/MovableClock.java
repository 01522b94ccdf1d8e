package dev.reelway.ingest.coordinate.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time passes only when told to. */
final class MovableClock implements InstantSource {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration by) {
    now = now.plus(by);
  }
}
