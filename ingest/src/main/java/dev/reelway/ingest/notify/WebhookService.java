package dev.reelway.ingest.notify;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What the API may do with subscriptions. */
final class WebhookService implements Webhooks {

  private static final int LONGEST_URL = 2_000;

  /** Counts what lies on the notifications topic. */
  interface Counter {
    int since(Instant since, Predicate<Notification> which);
  }

  private final SubscriptionStore subscriptions;
  private final AddressGuard guard;
  private final Counter counter;
  private final Clock clock;

  WebhookService(
      SubscriptionStore subscriptions, AddressGuard guard, Counter counter, Clock clock) {
    this.subscriptions = subscriptions;
    this.guard = guard;
    this.counter = counter;
    this.clock = clock;
  }

  @Override
  public Created create(String tenant, Form form) {
    URI url = url(form.url());
    List<String> events = form.events().orElse(List.of());
    events.forEach(WebhookService::checkEvent);
    String secret = form.secret().map(WebhookSecret::check).orElseGet(WebhookSecret::create);
    String now = clock.instant().toString();
    Subscription subscription =
        new Subscription(
            Subscription.SCHEMA,
            UUID.randomUUID().toString(),
            tenant,
            url.toString(),
            secret,
            events,
            now,
            now,
            1,
            State.HEALTHY,
            Optional.empty());
    subscriptions.create(subscription);
    return new Created(subscription.shown(), secret);
  }

  @Override
  public List<Webhook> list() {
    return subscriptions.list().stream().map(Subscription::shown).toList();
  }

  @Override
  public void delete(String id) {
    subscriptions.delete(checkedId(id));
  }

  @Override
  public int replay(String id, Instant since) {
    Subscription replayed =
        subscriptions
            .change(checkedId(id), current -> current.replayed(since))
            .orElseThrow(() -> invalid("There is no webhook '" + id + "'."));
    return counter.since(since, replayed::wants);
  }

  private URI url(String written) {
    try {
      URI url = new URI(written);
      boolean usable =
          ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null
              && written.length() <= LONGEST_URL;
      if (!usable) {
        throw invalid("The field 'url' must be an http or https address without user or fragment.");
      }
      checkAddress(url.getHost());
      return url;
    } catch (URISyntaxException e) {
      throw invalid("The field 'url' is not an address.");
    }
  }

  // Only to say so early: what counts is checked again whenever a post connects.
  private void checkAddress(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        guard.check(host, address);
      }
    } catch (UnknownHostException e) {
      // It may come to exist later.
    } catch (IOException e) {
      throw invalid("The field 'url' cannot be used: " + e.getMessage() + ".");
    }
  }

  private static void checkEvent(String event) {
    List<String> phases =
        Arrays.stream(Phase.values()).map(phase -> phase.name().toLowerCase(Locale.ROOT)).toList();
    if (!phases.contains(event)) {
      throw invalid("'%s' is no phase; write some of %s.".formatted(event, phases));
    }
  }

  private static String checkedId(String id) {
    if (!id.matches("[a-z0-9-]{1,64}")) {
      throw invalid("There is no such webhook.");
    }
    return id;
  }

  private static ReelwayException invalid(String message) {
    return new ReelwayException(FailureKind.REQUEST_INVALID, message);
  }
}
