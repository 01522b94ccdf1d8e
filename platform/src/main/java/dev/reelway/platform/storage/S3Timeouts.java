package dev.reelway.platform.storage;

import java.time.Duration;

/**
 * How long a store may take.
 *
 * @param connect until a connection stands, and until one of the pool is free
 * @param silence between two bytes
 * @param attempt for one request with its body, without what a caller reads of an open object
 */
record S3Timeouts(Duration connect, Duration silence, Duration attempt) {

  /** Long enough for a part of 16 MiB on a slow line. */
  static final S3Timeouts DEFAULT =
      new S3Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(5));
}
