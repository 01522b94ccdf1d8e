package dev.reelway.ingest.notify;

import dev.reelway.contracts.fleet.Notification;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who wants to be told; lies in the object store, secret included.
 *
 * @param schema version of this record's JSON form
 * @param id names it
 * @param tenant whose titles it is told about, {@code *} for all
 * @param url where to post to
 * @param secret signs the posts
 * @param events phases in lower case, empty for all
 * @param createdAt ISO 8601
 * @param startAt the first event that it wants is from then, ISO 8601
 * @param generation rises with each replay and names the consumer group
 * @param state how the last posts went
 * @param failingSince since when every post failed, ISO 8601
 */
record Subscription(
    int schema,
    String id,
    String tenant,
    String url,
    String secret,
    List<String> events,
    String createdAt,
    String startAt,
    int generation,
    Webhooks.State state,
    Optional<String> failingSince) {

  static final int SCHEMA = 1;

  Subscription {
    events = List.copyOf(events);
  }

  /** Whether it is told about {@code notification}. */
  boolean wants(Notification notification) {
    boolean itsOwn = tenant.equals(Requester.ALL_TENANTS) || tenant.equals(notification.tenant());
    String phase = notification.phase().name().toLowerCase(Locale.ROOT);
    return itsOwn && (events.isEmpty() || events.contains(phase));
  }

  boolean isSuspended() {
    return state == Webhooks.State.SUSPENDED;
  }

  /** Everything that a running delivery depends on; another one is another delivery. */
  String deliveryName() {
    return id + "." + generation;
  }

  Subscription healthy() {
    return with(Webhooks.State.HEALTHY, Optional.empty(), startAt, generation);
  }

  /** Posts fail, since {@code at} unless since earlier. */
  Subscription failing(Instant at) {
    return with(
        Webhooks.State.FAILING,
        failingSince.or(() -> Optional.of(at.toString())),
        startAt,
        generation);
  }

  Subscription suspended() {
    return with(Webhooks.State.SUSPENDED, failingSince, startAt, generation);
  }

  /** Told again from {@code since}, whatever was before. */
  Subscription replayed(Instant since) {
    return with(Webhooks.State.HEALTHY, Optional.empty(), since.toString(), generation + 1);
  }

  Webhooks.Webhook shown() {
    return new Webhooks.Webhook(id, tenant, URI.create(url), events, createdAt, state);
  }

  private Subscription with(
      Webhooks.State newState, Optional<String> since, String newStartAt, int newGeneration) {
    return new Subscription(
        schema,
        id,
        tenant,
        url,
        secret,
        events,
        createdAt,
        newStartAt,
        newGeneration,
        newState,
        since);
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "Subscription[" + id + ", " + tenant + ", " + url + ", " + state + "]";
  }
}
