package dev.reelway.ingest.notify;

import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.messaging.GroupReader;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.TopicCount;
import dev.reelway.platform.storage.ObjectStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Webhooks of one ingest instance: the service for the API and the deliveries. */
public final class WebhookRunner implements AutoCloseable {

  private static final int REFRESH_SECONDS = 3;

  private final WebhookService service;
  private final WebhookPost post;
  private final WebhookDeliverer deliverer;
  private final ScheduledExecutorService refresher;
  private final ScheduledFuture<?> refreshing;

  private WebhookRunner(
      WebhookService service,
      WebhookPost post,
      WebhookDeliverer deliverer,
      ScheduledExecutorService refresher,
      ScheduledFuture<?> refreshing) {
    this.refreshing = refreshing;
    this.service = service;
    this.post = post;
    this.deliverer = deliverer;
    this.refresher = refresher;
  }

  /** Starts to deliver to all subscriptions in {@code store}, those to come included. */
  public static WebhookRunner start(
      KafkaClients clients, ObjectStore store, WebhookConfig config, Clock clock) {
    Topics topics = clients.config().topics();
    SubscriptionStore subscriptions = new SubscriptionStore(store);
    AddressGuard guard = new AddressGuard(config.allowPrivateAddresses());
    WebhookPost post = new WebhookPost(guard, config.timeout());
    SecureRandom random = new SecureRandom();
    WebhookDeliverer deliverer =
        new WebhookDeliverer(
            subscriptions,
            (group, since, deliver) ->
                GroupReader.since(
                    clients,
                    topics.prefix() + "." + group,
                    topics.notifications(),
                    since,
                    record -> record.value().flatMap(deliver)),
            subscription ->
                new WebhookDelivery(subscription, subscriptions, post::post, clock, random));
    WebhookService service =
        new WebhookService(
            subscriptions,
            guard,
            (since, which) ->
                TopicCount.since(
                    clients, topics.notifications(), since, value -> which.test(read(value))),
            clock);
    ScheduledExecutorService refresher =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "webhook-subscriptions");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> refreshing =
        refresher.scheduleWithFixedDelay(deliverer::refresh, 0, REFRESH_SECONDS, TimeUnit.SECONDS);
    return new WebhookRunner(service, post, deliverer, refresher, refreshing);
  }

  private static Notification read(byte[] value) {
    return Json.read(value, Notification.class, "A notification");
  }

  /** What the API may do with subscriptions. */
  public Webhooks webhooks() {
    return service;
  }

  /** Finishes the posts at hand. */
  @Override
  public void close() {
    refreshing.cancel(false);
    refresher.shutdown();
    deliverer.close();
    post.close();
  }
}
