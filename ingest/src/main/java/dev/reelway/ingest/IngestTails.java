package dev.reelway.ingest;

import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.ingest.accept.audit.AuditEntry;
import dev.reelway.ingest.accept.audit.AuditTrail;
import dev.reelway.ingest.queue.DeadLetterBox;
import dev.reelway.ingest.view.ExecutorsView;
import dev.reelway.ingest.view.FleetStatistics;
import dev.reelway.ingest.view.TaskTrails;
import dev.reelway.ingest.view.TitleView;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Received;
import dev.reelway.platform.messaging.TopicTail;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an ingest instance reads of the fleet into memory, to show it. */
final class IngestTails implements AutoCloseable {

  /** Read again at the start, at most; a large fleet writes as many in an hour. */
  private static final long MOST_REPORTS = 500_000;

  private static final Duration TITLES_KNOWN = Duration.ofMinutes(1);

  private final TitleView titles = new TitleView();
  private final ExecutorsView executors;
  private final AuditTrail audit = new AuditTrail();
  private final List<TopicTail<?>> tails = new ArrayList<>();
  private final TopicTail<TitleStatus> statuses;
  private final TaskTrails trails = new TaskTrails();
  private final FleetStatistics statistics;

  IngestTails(KafkaClients clients, Clock clock, DeadLetterBox ingestDeadLetters) {
    Topics topics = clients.config().topics();
    executors = new ExecutorsView(clock);
    statistics = new FleetStatistics(clock, id -> titles.title(id).flatMap(TitleStatus::plan));
    statuses = follow(clients, topics.titleStatus(), TitleStatus.class, this::status);
    follow(
        clients,
        topics.notifications(),
        Notification.class,
        received -> received.value().ifPresent(titles::accept));
    follow(
        clients,
        topics.deadLetters(),
        DeadLetter.class,
        received -> received.value().ifPresent(titles::accept));
    follow(
        clients,
        topics.ingestDeadLetters(),
        DeadLetter.class,
        received -> received.value().ifPresent(ingestDeadLetters::accept));
    follow(
        clients,
        topics.audit(),
        AuditEntry.class,
        received -> received.value().ifPresent(audit::accept));
    tails.add(
        TopicTail.start(
            clients,
            topics.heartbeats(),
            TopicTail.From.END,
            Heartbeat.class,
            received -> received.value().ifPresent(executors::accept)));
    tails.add(
        TopicTail.startSince(
            clients,
            topics.titleEvents(),
            clock.instant().minus(FleetStatistics.KEPT),
            MOST_REPORTS,
            TitleMessage.class,
            this::event));
  }

  // Who did what, and how long it took, is told in passing and kept nowhere else.
  private void event(Received<TitleMessage> received) {
    awaitTitles();
    received
        .value()
        .filter(TitleMessage.Report.class::isInstance)
        .map(TitleMessage.Report.class::cast)
        .ifPresent(
            message -> {
              trails.accept(message.report(), received.at());
              statistics.accept(message.report(), received.at());
            });
  }

  // How long a chunk is stands in the title's status.
  private void awaitTitles() {
    try {
      statuses.awaitCaughtUp(TITLES_KNOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> TopicTail<T> follow(
      KafkaClients clients, String topic, Class<T> type, TopicTail.Listener<T> listener) {
    TopicTail<T> tail = TopicTail.start(clients, topic, TopicTail.From.BEGINNING, type, listener);
    tails.add(tail);
    return tail;
  }

  private void status(Received<TitleStatus> received) {
    received.value().ifPresentOrElse(titles::accept, () -> titles.forget(received.key()));
  }

  TitleView titles() {
    return titles;
  }

  ExecutorsView executors() {
    return executors;
  }

  TaskTrails trails() {
    return trails;
  }

  FleetStatistics statistics() {
    return statistics;
  }

  AuditTrail audit() {
    return audit;
  }

  /** Whether all titles that there were at the start have been read. */
  boolean caughtUp() {
    return statuses.caughtUp();
  }

  Optional<String> problem() {
    return caughtUp() ? Optional.empty() : Optional.of("Titles are still being read.");
  }

  /** Why the process no longer hears what happens; a restart helps. */
  Optional<String> stopped() {
    return tails.stream().flatMap(tail -> tail.problem().stream()).findFirst();
  }

  @Override
  public void close() {
    tails.forEach(TopicTail::close);
  }
}
