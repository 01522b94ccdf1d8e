package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.coordinate.Submission;
import dev.reelway.ingest.coordinate.TitleEvent;
import dev.reelway.platform.telemetry.FleetLoad;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs the workflows of all titles: turns messages into events, commands into tasks, and time into
 * leases. Not thread-safe; one thread calls it, and everything it does in one call is kept and sent
 * together.
 *
 * <pre>
 *  wishes ──────────────▶ {@link Workflows} ─▶ {@link Carrier} ─▶ {@link Dispatcher} ─▶ queues
 *  reports, heartbeats ─▶ {@link Leases} ──┘
 * </pre>
 */
final class Coordinator {

  private final Environment environment;
  private final TitleTable titles;
  private final TaskTable tasks;
  private final Fleet fleet = new Fleet();
  private final Dispatcher dispatcher;
  private final Workflows workflows;
  private final Leases leases;
  private final EngineWatch engines;

  Coordinator(Environment environment) {
    this.environment = environment;
    this.titles = new TitleTable(environment.stores());
    this.tasks = new TaskTable(environment.stores(), environment.topics());
    this.dispatcher = new Dispatcher(environment.topics(), fleet, tasks, titles);
    this.workflows = new Workflows(environment, titles, tasks, dispatcher, fleet);
    this.leases = new Leases(environment, workflows, tasks, dispatcher, fleet);
    this.engines = new EngineWatch(environment.settings().replanAfter(), fleet);
  }

  /** Takes up what an earlier coordinator left; every lease gets a full period of grace. */
  void restore() {
    environment.stores().eachTitle(titles::restore);
    environment.stores().eachTask(leases::restore);
    workflows.restore();
  }

  /** A message about a title. */
  void handle(String titleId, TitleMessage message) {
    leases.heard();
    if (message instanceof TitleMessage.Submit submit) {
      submit(submit.request());
    } else if (message instanceof TitleMessage.Restore restore) {
      restoreTitle(restore);
    } else if (message instanceof TitleMessage.Probe probe) {
      environment.control(new Control.Alive(probe.id()));
    } else if (message instanceof TitleMessage.Report report) {
      report(titleId, report.report());
    } else {
      titles.find(titleId).ifPresent(title -> wish(title, message));
    }
    handOut();
  }

  /** A heartbeat renews leases, and tells who does what should not be done. */
  void handle(Heartbeat heartbeat) {
    leases.heard();
    leases.renew(heartbeat);
    handOut();
  }

  /** Time passes: leases end, delays end, silent executors are forgotten, progress is told. */
  void tick() {
    leases.tick();
    engines
        .gone(environment.millis(), titles.all())
        .forEach(title -> workflows.apply(title, new TitleEvent.EngineGone(title.engineBuild())));
    handOut();
    workflows.tell();
  }

  private void report(String titleId, TaskReport report) {
    Optional<LiveTitle> title = titles.find(titleId);
    if (title.isPresent()) {
      leases.report(title.get(), report);
    } else if (report instanceof TaskReport.Started started) {
      environment.control(new Control.Refused(started.id(), started.workerId()));
    }
  }

  private void wish(LiveTitle title, TitleMessage message) {
    if (message instanceof TitleMessage.Erase) {
      workflows.erase(title);
    } else if (message instanceof TitleMessage.PublishAt date) {
      amend(title, date.version(), request -> request.withDates(date.at(), request.unpublishAt()));
    } else if (message instanceof TitleMessage.UnpublishAt date) {
      amend(title, date.version(), request -> request.withDates(request.publishAt(), date.at()));
    } else if (message instanceof TitleMessage.Describe told) {
      amend(title, title.version(), request -> request.described(told.name(), told.metadata()));
    } else if (message instanceof TitleMessage.Correct correct) {
      correct(title, correct);
    } else if (!title.row().erasing()) {
      event(message).ifPresent(event -> workflows.apply(title, event));
    }
  }

  // A date is no event: the title waits as it did, and whoever looks at dates finds another.
  private void amend(LiveTitle title, int version, UnaryOperator<TitleRequest> change) {
    if (title.version() == version) {
      titles.amend(title, change.apply(title.request()));
      workflows.progressed(title);
    }
  }

  private void correct(LiveTitle title, TitleMessage.Correct correct) {
    TitleRequest request = correct.request();
    boolean fits =
        title.version() == correct.version()
            && title.state().phase() == Phase.AWAITING_START
            && !title.row().erasing()
            && !title.row().requestId().equals(request.requestId());
    if (fits) {
      titles.correct(title, request);
      workflows.apply(
          title, new TitleEvent.CorrectionRequested(submission(request, correct.version())));
    }
  }

  private static Optional<TitleEvent> event(TitleMessage message) {
    if (message instanceof TitleMessage.Start start) {
      return Optional.of(new TitleEvent.StartRequested(start.version()));
    } else if (message instanceof TitleMessage.Cancel cancel) {
      return Optional.of(new TitleEvent.CancelRequested(cancel.version()));
    } else if (message instanceof TitleMessage.Retry retry) {
      return Optional.of(new TitleEvent.RetryRequested(retry.run()));
    } else if (message instanceof TitleMessage.Publish publish) {
      return Optional.of(new TitleEvent.PublishRequested(publish.version(), publish.force()));
    } else if (message instanceof TitleMessage.RollBack back) {
      return Optional.of(new TitleEvent.RollBackRequested(back.targetVersion()));
    } else if (message instanceof TitleMessage.Unpublish unpublish) {
      return Optional.of(new TitleEvent.UnpublishRequested(unpublish.version()));
    }
    return Optional.empty();
  }

  // The same wish twice is one; another one counts once the title is at rest.
  private void submit(TitleRequest request) {
    Optional<LiveTitle> known = titles.find(request.titleId());
    if (known.isEmpty()) {
      TitleRow row =
          TitleRow.initial(request.titleId(), request.requestId(), environment.now().toString());
      submit(titles.add(row, request), request, 1);
      return;
    }
    LiveTitle title = known.get();
    if (!title.tenant().equals(request.tenant())) {
      refuse(request, "The id %s belongs to somebody else.");
    } else if (title.row().erasing()) {
      refuse(request, "Title %s is being removed; submit again when it is gone.");
    } else if (!title.row().requestId().equals(request.requestId())) {
      if (title.state().phase().isOver()) {
        titles.put(title, request);
        submit(title, request, title.version() + 1);
      } else {
        refuse(request, "Title %s is being made; submit again when that has ended.");
      }
    }
  }

  private void submit(LiveTitle title, TitleRequest request, int version) {
    workflows.apply(title, new TitleEvent.Submitted(submission(request, version)));
  }

  private static Submission submission(TitleRequest request, int version) {
    return new Submission(
        version,
        request.master(),
        request.profileName(),
        request.awaitStart(),
        request.awaitPublish());
  }

  // Whoever accepts submissions has looked before; this one was overtaken by another.
  private void refuse(TitleRequest request, String message) {
    environment
        .outbox()
        .send(
            environment.topics().deadLetters(),
            request.titleId(),
            new DeadLetter(
                request.titleId() + "-refused-" + request.requestId(),
                environment.now().toString(),
                FailureKind.USAGE_INVALID,
                message.formatted(request.titleId()),
                request.tenant(),
                Optional.empty(),
                "",
                0,
                "",
                "",
                "reelway submit " + request.master()));
  }

  private void restoreTitle(TitleMessage.Restore restore) {
    if (titles.find(restore.request().titleId()).isEmpty()) {
      TitleRow row = RestoredTitles.row(restore.request(), restore.status());
      workflows.restored(
          titles.add(row, RestoredTitles.request(restore.request(), restore.status())));
    }
  }

  private void handOut() {
    long deadline = environment.millis() + environment.settings().unclaimed().toMillis();
    dispatcher.handOut(
        row -> {
          tasks.put(row.in(TaskRow.State.QUEUED), deadline);
          environment
              .outbox()
              .send(
                  environment.topics().queueOf(row.task()), row.task().id().toString(), row.task());
        });
  }

  /** The numbers that scaling goes by; walks over all titles. */
  FleetLoad backlog() {
    return Backlogs.of(titles.all(), workflows.waitingCount(), tasks.size(), fleet);
  }
}
