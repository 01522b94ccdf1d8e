package dev.reelway.ingest.accept.http;

import java.util.function.BooleanSupplier;

/** Waits for what another thread does; generous, because nothing here is about speed. */
final class Eventually {

  private static final long LONGEST_NANOS = 60_000_000_000L;

  private Eventually() {}

  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONGEST_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("it did not come true");
      }
      Thread.onSpinWait();
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
