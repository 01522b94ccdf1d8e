package dev.reelway.ingest.notify;

import java.time.Duration;

/**
 * How webhooks are posted.
 *
 * @param allowPrivateAddresses whether subscribers may lie in the own network; anybody who may
 *     subscribe can then make this server post there
 * @param timeout for the whole of a post
 */
public record WebhookConfig(boolean allowPrivateAddresses, Duration timeout) {

  /** Only public addresses. */
  public static final WebhookConfig DEFAULT = new WebhookConfig(false, Duration.ofSeconds(10));

  /** Checks the limits. */
  public WebhookConfig {
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0
        || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("the time-out of webhooks must be 1s to 1m");
    }
  }
}
