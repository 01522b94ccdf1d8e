package dev.reelway.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions, with a limit that only a broken program reaches. */
public final class Await {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long STEP_MILLIS = 10;

  private Await() {}

  /** Waits until {@code condition} holds; fails naming {@code what} if it never does. */
  public static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting until " + what).isLessThan(end);
      Thread.sleep(STEP_MILLIS);
    }
  }
}
