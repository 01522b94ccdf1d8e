package dev.reelway.ingest.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.MovableClock;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebhookDeliveryTest {

  private static final Instant NOW = Instant.parse("2026-03-01T20:15:00Z");
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final MovableClock clock = new MovableClock(NOW);
  private final SubscriptionStore store = new SubscriptionStore(new MemoryObjectStore());
  private final Subscriber subscriber = new Subscriber();
  private WebhookDelivery delivery;

  /** A subscriber that answers as the test wants. */
  private static final class Subscriber implements WebhookDelivery.Post {
    private int status = 200;
    private final List<Map<String, String>> headers = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();

    @Override
    public int post(URI url, Map<String, String> sent, byte[] body) throws IOException {
      headers.add(sent);
      bodies.add(body);
      if (status == 0) {
        throw new IOException("connection refused");
      }
      return status;
    }
  }

  @BeforeEach
  void subscribe() {
    delivery = start(subscription("news", List.of()));
  }

  @Test
  void deliver_notification_isASignedCloudEvent() {
    assertThat(deliver("news", Phase.PUBLISHED)).isEmpty();
    JsonNode event = Json.read(subscriber.bodies.get(0), JsonNode.class, "event");
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("type").asText()).isEqualTo("dev.reelway.title.published");
    assertThat(event.get("source").asText()).isEqualTo("/api/v1/titles/t");
    assertThat(event.get("subject").asText()).isEqualTo("t");
    assertThat(event.get("id").asText()).isEqualTo("t-PUBLISHED");
    assertThat(event.get("data").get("phase").asText()).isEqualTo("PUBLISHED");
    Map<String, String> headers = subscriber.headers.get(0);
    assertThat(headers)
        .containsEntry("Content-Type", "application/cloudevents+json; charset=UTF-8")
        .containsEntry("webhook-id", "t-PUBLISHED")
        .containsEntry("webhook-timestamp", "1772396100")
        .containsEntry(
            "webhook-signature",
            WebhookSecret.sign(SECRET, "t-PUBLISHED", NOW, subscriber.bodies.get(0)));
  }

  @Test
  void deliver_otherTenant_isNotTold() {
    assertThat(deliver("films", Phase.PUBLISHED)).isEmpty();
    assertThat(subscriber.bodies).isEmpty();
    delivery = start(subscription("*", List.of()));
    deliver("films", Phase.PUBLISHED);
    assertThat(subscriber.bodies).hasSize(1);
  }

  @Test
  void deliver_onlyWantedPhases_areTold() {
    delivery = start(subscription("news", List.of("failed", "published")));
    deliver("news", Phase.ENCODING);
    deliver("news", Phase.FAILED);
    assertThat(subscriber.headers).extracting(h -> h.get("webhook-id")).containsExactly("t-FAILED");
  }

  @Test
  void deliver_failures_waitLongerAndAreSeen() {
    subscriber.status = 500;
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      waits.add(deliver("news", Phase.FAILED).orElseThrow());
    }
    assertThat(waits.get(0)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    assertThat(waits.get(3)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
    assertThat(waits.get(11)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
    assertThat(stored().state()).isEqualTo(Webhooks.State.FAILING);
    assertThat(stored().failingSince()).contains(NOW.toString());

    subscriber.status = 204;
    assertThat(deliver("news", Phase.FAILED)).isEmpty();
    assertThat(stored().state()).isEqualTo(Webhooks.State.HEALTHY);
    assertThat(stored().failingSince()).isEmpty();
  }

  @Test
  void deliver_redirectAndRefusedConnection_areFailures() {
    subscriber.status = 302;
    assertThat(deliver("news", Phase.FAILED)).isPresent();
    subscriber.status = 0;
    assertThat(deliver("news", Phase.FAILED)).isPresent();
  }

  @Test
  void deliver_failingForADay_suspendsEvenAcrossARestart() {
    subscriber.status = 500;
    deliver("news", Phase.FAILED);
    clock.move(Duration.ofHours(23));
    deliver("news", Phase.FAILED);
    assertThat(stored().state()).isEqualTo(Webhooks.State.FAILING);
    delivery = start(stored());
    clock.move(Duration.ofHours(1));
    assertThat(deliver("news", Phase.FAILED)).isPresent();
    assertThat(stored().state()).isEqualTo(Webhooks.State.SUSPENDED);
  }

  @Test
  void deliver_gone_suspendsAtOnceAndPostsNoMore() {
    subscriber.status = 410;
    assertThat(deliver("news", Phase.FAILED)).isPresent();
    assertThat(stored().state()).isEqualTo(Webhooks.State.SUSPENDED);
    assertThat(deliver("news", Phase.FAILED)).isPresent();
    assertThat(subscriber.bodies).hasSize(1);
  }

  @Test
  void deliver_replayedMeanwhile_leavesTheReplayAlone() {
    store.change("hook", subscription -> subscription.replayed(NOW.minusSeconds(60)));
    subscriber.status = 410;
    deliver("news", Phase.FAILED);
    assertThat(stored().state()).isEqualTo(Webhooks.State.HEALTHY);
    assertThat(stored().generation()).isEqualTo(2);
  }

  @Test
  void deliver_recordOfAnotherKind_isLeftOut() {
    assertThat(delivery.deliver(new byte[] {'x'})).isEmpty();
  }

  @Test
  void refresh_subscriptionsComeAndGo_readersFollow() {
    Map<String, Instant> open = new HashMap<>();
    WebhookDeliverer deliverer =
        new WebhookDeliverer(
            store,
            (group, since, deliver) -> {
              open.put(group, since);
              return () -> open.remove(group);
            },
            this::start);
    deliverer.refresh();
    deliverer.refresh();
    assertThat(open).isEqualTo(Map.of("webhook.hook.1", NOW));

    store.change("hook", subscription -> subscription.replayed(NOW.minusSeconds(60)));
    deliverer.refresh();
    assertThat(open).isEqualTo(Map.of("webhook.hook.2", NOW.minusSeconds(60)));

    store.change("hook", Subscription::suspended);
    deliverer.refresh();
    assertThat(open).isEmpty();

    store.change("hook", Subscription::healthy);
    deliverer.refresh();
    deliverer.close();
    assertThat(open).isEmpty();
  }

  private Optional<Duration> deliver(String tenant, Phase phase) {
    Notification notification =
        new Notification(
            "t-" + phase,
            "t",
            tenant,
            "A title",
            1,
            1,
            phase,
            NOW.toString(),
            Optional.empty(),
            Optional.empty());
    return delivery.deliver(Json.write(notification));
  }

  private Subscription stored() {
    return store.list().get(0);
  }

  private WebhookDelivery start(Subscription subscription) {
    return new WebhookDelivery(subscription, store, subscriber, clock, new Random(1));
  }

  private Subscription subscription(String tenant, List<String> events) {
    Subscription subscription =
        new Subscription(
            1,
            "hook",
            tenant,
            "https://example.com/hook",
            SECRET,
            events,
            NOW.toString(),
            NOW.toString(),
            1,
            Webhooks.State.HEALTHY,
            Optional.empty());
    store.create(subscription);
    return subscription;
  }
}
