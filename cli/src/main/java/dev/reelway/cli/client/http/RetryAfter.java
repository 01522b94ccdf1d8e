package dev.reelway.cli.client.http;

import java.net.http.HttpResponse;
import java.time.Duration;

/** A server's wish to be asked again later (RFC 9110, 10.2.3; only in seconds). */
final class RetryAfter {

  private static final int MOST_SECONDS = 120;

  private RetryAfter() {}

  /** Whether it came too early. */
  static boolean asks(HttpResponse<?> response) {
    boolean tooEarly = response.statusCode() == 429 || response.statusCode() == 503;
    return tooEarly && response.headers().firstValue("Retry-After").isPresent();
  }

  /** How long to wait. */
  static Duration of(HttpResponse<?> response) {
    String value = response.headers().firstValue("Retry-After").orElse("").strip();
    long seconds = value.matches("\\d{1,9}") ? Long.parseLong(value) : 1;
    return Duration.ofSeconds(Math.min(seconds, MOST_SECONDS));
  }
}
