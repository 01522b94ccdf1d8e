package dev.reelway.ingest.coordinate;

import java.time.Duration;

/** How long to wait before an attempt: nothing, then 5 s, 10 s … within a run. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(5);

  private Backoff() {}

  static Duration before(int attempt) {
    int repetition = (attempt - 1) % TitleState.ATTEMPTS_PER_RUN;
    return repetition == 0 ? Duration.ZERO : FIRST.multipliedBy(1L << (repetition - 1));
  }
}
