package dev.reelway.ingest.notify;

import dev.reelway.contracts.failure.ReelwayException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one reader of the notifications topic for each subscription. Every ingest instance does so;
 * Kafka gives the topic to one of a subscription's readers.
 */
final class WebhookDeliverer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDeliverer.class);

  /** Reads the notifications topic as a member of a group. */
  interface Readers {
    /**
     * Starts reading where the group stopped, or at {@code since} if it never did.
     *
     * @param deliver takes a record and says how long to wait before the same one comes again
     */
    AutoCloseable open(String group, Instant since, Function<byte[], Optional<Duration>> deliver);
  }

  /** Makes the delivery of a subscription. */
  interface Deliveries {
    WebhookDelivery of(Subscription subscription);
  }

  private final SubscriptionStore subscriptions;
  private final Readers readers;
  private final Deliveries deliveries;
  private final Map<String, AutoCloseable> running = new HashMap<>();

  WebhookDeliverer(SubscriptionStore subscriptions, Readers readers, Deliveries deliveries) {
    this.subscriptions = subscriptions;
    this.readers = readers;
    this.deliveries = deliveries;
  }

  /** Starts and stops readers as subscriptions come and go; to be called every few seconds. */
  synchronized void refresh() {
    Map<String, Subscription> wanted;
    try {
      wanted =
          subscriptions.list().stream()
              .filter(subscription -> !subscription.isSuspended())
              .collect(Collectors.toMap(Subscription::deliveryName, Function.identity()));
    } catch (ReelwayException e) {
      LOG.warn("Webhooks stay as they are: {}", e.getMessage());
      return;
    }
    for (Iterator<Map.Entry<String, AutoCloseable>> all = running.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<String, AutoCloseable> entry = all.next();
      if (!wanted.containsKey(entry.getKey())) {
        close(entry.getValue());
        all.remove();
      }
    }
    wanted.forEach((name, subscription) -> running.computeIfAbsent(name, n -> open(subscription)));
  }

  private AutoCloseable open(Subscription subscription) {
    WebhookDelivery delivery = deliveries.of(subscription);
    return readers.open(
        "webhook." + subscription.deliveryName(),
        Instant.parse(subscription.startAt()),
        delivery::deliver);
  }

  @Override
  public synchronized void close() {
    running.values().forEach(WebhookDeliverer::close);
    running.clear();
  }

  private static void close(AutoCloseable reader) {
    try {
      reader.close();
    } catch (Exception e) {
      LOG.warn("A webhook's reader did not close", e);
    }
  }
}
