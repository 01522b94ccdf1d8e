package dev.reelway.cli.client.upload;

import dev.reelway.cli.client.http.ProblemException;
import java.time.Duration;

/** Tries again after passing problems, with longer and longer pauses, but not for ever. */
final class Patience {

  private static final int MOST_TRIES = 10;
  private static final int LONGEST_FACTOR = 64;

  private final Duration first;
  private int failures;

  /** Begins with pauses of {@code first}. */
  Patience(Duration first) {
    this.first = first;
  }

  /** Something was achieved: all earlier failures are forgiven. */
  void reset() {
    failures = 0;
  }

  /** Waits before the next try; throws the failure again if there is to be none. */
  void pauseAfter(ProblemException failure) throws InterruptedException {
    failures++;
    if (!failure.problem().isPassing() || failures >= MOST_TRIES) {
      throw failure;
    }
    Thread.sleep(first.toMillis() * Math.min(LONGEST_FACTOR, 1L << (failures - 1)));
  }
}
