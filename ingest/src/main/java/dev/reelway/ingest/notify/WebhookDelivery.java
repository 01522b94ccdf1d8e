package dev.reelway.ingest.notify;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one subscriber one event after the other: an event that cannot be delivered holds up those
 * behind it, so the order is kept. For one thread.
 */
final class WebhookDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
  private static final int GONE = 410;
  private static final Duration UNTIL_STOPPED = Duration.ofMinutes(1);

  /** Where posts go; a test gives its own. */
  interface Post {
    int post(URI url, Map<String, String> headers, byte[] body) throws IOException;
  }

  private final SubscriptionStore subscriptions;
  private final Post post;
  private final Clock clock;
  private final RandomGenerator random;
  private Subscription subscription;
  private int failures;

  WebhookDelivery(
      Subscription subscription,
      SubscriptionStore subscriptions,
      Post post,
      Clock clock,
      RandomGenerator random) {
    this.subscription = subscription;
    this.subscriptions = subscriptions;
    this.post = post;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Tells the subscriber about a notification.
   *
   * @return how long to wait before the same one is tried again; empty if it is done with
   */
  Optional<Duration> deliver(byte[] record) {
    Notification notification;
    try {
      notification = Json.read(record, Notification.class, "A notification");
    } catch (ReelwayException e) {
      LOG.warn("Left out for webhooks: {}", e.getMessage());
      return Optional.empty();
    }
    if (!subscription.wants(notification)) {
      return Optional.empty();
    }
    if (subscription.isSuspended()) {
      return Optional.of(UNTIL_STOPPED);
    }
    return outcome(notification.id(), Json.write(CloudEvent.of(notification)));
  }

  private Optional<Duration> outcome(String id, byte[] body) {
    String why;
    try {
      int status = post.post(URI.create(subscription.url()), headers(id, body), body);
      if (status / 100 == 2) {
        return delivered();
      }
      if (status == GONE) {
        return suspend("the subscriber says that it is gone (410)");
      }
      why = "the answer was " + status;
    } catch (IOException e) {
      why = String.valueOf(e.getMessage());
    }
    return failed(id, why);
  }

  private Optional<Duration> delivered() {
    failures = 0;
    if (subscription.state() != Webhooks.State.HEALTHY) {
      change(Subscription::healthy);
    }
    return Optional.empty();
  }

  private Optional<Duration> failed(String id, String why) {
    Instant now = clock.instant();
    failures++;
    if (subscription.failingSince().isEmpty()) {
      change(current -> current.failing(now));
    }
    Instant since = subscription.failingSince().map(Instant::parse).orElse(now);
    if (!now.isBefore(since.plus(RetrySchedule.LIMIT))) {
      return suspend("every post failed for " + RetrySchedule.LIMIT.toHours() + " h");
    }
    Duration wait = RetrySchedule.after(failures, random);
    LOG.info(
        "The webhook {} did not take event {}: {}; again in {} s",
        subscription.id(),
        id,
        why,
        wait.toSeconds());
    return Optional.of(wait);
  }

  private Optional<Duration> suspend(String why) {
    change(Subscription::suspended);
    LOG.warn("The webhook {} is suspended: {}", subscription.id(), why);
    return Optional.of(UNTIL_STOPPED);
  }

  // A replay that somebody asked for meanwhile wins: this delivery is about to be stopped.
  private void change(UnaryOperator<Subscription> change) {
    int generation = subscription.generation();
    subscription =
        subscriptions
            .change(
                subscription.id(),
                current -> current.generation() == generation ? change.apply(current) : current)
            .filter(current -> current.generation() == generation)
            .orElseGet(subscription::suspended);
  }

  private Map<String, String> headers(String id, byte[] body) {
    Instant now = clock.instant();
    return Map.of(
        "Content-Type",
        CloudEvent.MEDIA_TYPE,
        "User-Agent",
        "Reelway-Webhooks/1",
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(now.getEpochSecond()),
        "webhook-signature",
        WebhookSecret.sign(subscription.secret(), id, now, body));
  }
}
