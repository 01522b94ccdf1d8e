package dev.reelway.ingest.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a post is tried again: about 5 s, 10 s, 20 s … up to an hour. Each wait
 * is shortened by up to half at random, so that subscribers who failed together are not called
 * together.
 */
final class RetrySchedule {

  /** Every post of a subscription having failed for this long suspends it. */
  static final Duration LIMIT = Duration.ofHours(24);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 10;

  private RetrySchedule() {}

  /**
   * The wait after failure number {@code failures}.
   *
   * @param failures from 1
   */
  static Duration after(int failures, RandomGenerator random) {
    Duration whole = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration capped = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
    return Duration.ofMillis((long) (capped.toMillis() * (1 - random.nextDouble() / 2)));
  }
}
