package dev.reelway.ingest.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.MovableClock;
import dev.reelway.ingest.accept.Webhooks;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookServiceTest {

  private static final Instant NOW = Instant.parse("2026-03-01T20:15:00Z");

  private final SubscriptionStore store = new SubscriptionStore(new MemoryObjectStore());
  private final Webhooks webhooks =
      new WebhookService(
          store, new AddressGuard(false), (since, which) -> 7, new MovableClock(NOW));

  @Test
  void create_subscription_tellsTheSecretOnce() {
    Webhooks.Created created = create("https://192.0.2.1/hook", List.of("published"));
    assertThat(created.secret()).startsWith("whsec_");
    assertThat(webhooks.list()).containsExactly(created.webhook());
    assertThat(created.webhook().tenant()).isEqualTo("news");
    assertThat(store.list().get(0).toString()).doesNotContain(created.secret());
    webhooks.delete(created.webhook().id());
    assertThat(webhooks.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://192.0.2.1/", "https:///path", "not an address", "http://user:word@192.0.2.1/",
        "http://127.0.0.1/", "http://[::1]/", "http://10.0.0.8:9092/", "http://192.0.2.1/#part"
      })
  void create_unusableAddress_isRefused(String url) {
    assertThatExceptionOfType(ReelwayException.class).isThrownBy(() -> create(url, List.of()));
  }

  @Test
  void create_unknownPhase_isRefused() {
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> create("https://192.0.2.1/", List.of("finished")))
        .withMessageContaining("'finished' is no phase");
  }

  @Test
  void replay_suspended_startsAgainAtTheInstant() {
    String id = create("https://192.0.2.1/", List.of()).webhook().id();
    store.change(id, Subscription::suspended);
    assertThat(webhooks.replay(id, NOW.minusSeconds(60))).isEqualTo(7);
    Subscription replayed = store.list().get(0);
    assertThat(replayed.isSuspended()).isFalse();
    assertThat(replayed.startAt()).isEqualTo(NOW.minusSeconds(60).toString());
    assertThat(replayed.deliveryName()).isEqualTo(id + ".2");
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> webhooks.replay("../keys/x", NOW));
  }

  private Webhooks.Created create(String url, List<String> events) {
    return webhooks.create("news", new Webhooks.Form(url, Optional.empty(), Optional.of(events)));
  }
}
