package dev.reelway.ingest.accept;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is told about titles; the API hands its requests on to this. */
public interface Webhooks {

  /** A new subscription of {@code tenant}; the answer alone carries the secret. */
  Created create(String tenant, Form form);

  /** All subscriptions, oldest first, without secrets. */
  List<Webhook> list();

  /** Ends a subscription; one that is not there is fine. */
  void delete(String id);

  /** Tells a subscriber again what happened since {@code since}; returns how many events. */
  int replay(String id, Instant since);

  /**
   * What is asked for.
   *
   * @param url where to post to
   * @param secret signs the posts; made up if absent
   * @param events phases to tell about, lower case such as {@code published}; all if absent
   */
  record Form(String url, Optional<String> secret, Optional<List<String>> events) {}

  /**
   * A subscription.
   *
   * @param id names it
   * @param tenant whose titles it tells about, {@code *} for all
   * @param url where it posts to
   * @param events phases that it tells about, empty for all
   * @param createdAt ISO 8601
   * @param state how the last posts went
   */
  record Webhook(
      String id, String tenant, URI url, List<String> events, String createdAt, State state) {
    /** Defensive copy. */
    public Webhook {
      events = List.copyOf(events);
    }
  }

  /** A new subscription with the secret that nobody is told again. */
  record Created(Webhook webhook, String secret) {}

  /** How the last posts went. */
  enum State {
    /** Nothing failed lately. */
    @JsonProperty("healthy")
    HEALTHY,
    /** Posts fail and are tried again. */
    @JsonProperty("failing")
    FAILING,
    /** Given up after failing for long. */
    @JsonProperty("suspended")
    SUSPENDED
  }
}
