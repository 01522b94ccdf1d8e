package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.ingest.coordinate.Decision;
import dev.reelway.ingest.coordinate.Submission;
import dev.reelway.ingest.coordinate.TitleEvent;
import dev.reelway.ingest.coordinate.TitleState;
import dev.reelway.ingest.coordinate.TitleWorkflow;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the workflows of all titles: turns messages into events, commands into tasks, and time into
 * leases. Not thread-safe; one thread calls it, and everything it does in one call is kept and sent
 * together.
 */
final class Coordinator {

  /**
   * An attempt whose executors vanish this often is a failed attempt: it may be what kills them.
   */
  private static final int MAX_LOSSES = 3;

  /** Outages cost no attempt before this many tries with growing distance, about four minutes. */
  private static final int MAX_TROUBLES = 8;

  private static final long FIRST_TROUBLE_MILLIS = 1_000;
  private static final long LONGEST_TROUBLE_MILLIS = 60_000;

  private final CoordinatorSettings settings;
  private final Topics topics;
  private final Stores stores;
  private final Outbox outbox;
  private final InstantSource clock;

  private final Map<String, LiveTitle> titles = new HashMap<>();
  private final Fleet fleet = new Fleet();
  private final TaskTable tasks;
  private final Dispatcher dispatcher;
  private final Admission admission;
  private final StatusBoard board;
  private final EngineWatch engines;
  private long lastTick;

  Coordinator(
      CoordinatorSettings settings,
      Topics topics,
      Stores stores,
      Outbox outbox,
      InstantSource clock) {
    this.settings = settings;
    this.topics = topics;
    this.stores = stores;
    this.outbox = outbox;
    this.clock = clock;
    this.tasks = new TaskTable(stores, topics);
    this.dispatcher = new Dispatcher(topics, fleet, tasks, titles::get);
    this.admission = new Admission(settings.maxTitlesInFlight(), settings.workSpaceBytes());
    this.board = new StatusBoard(topics, outbox, tasks, admission, settings);
    this.engines = new EngineWatch(settings.replanAfter(), fleet);
  }

  /** Takes up what an earlier coordinator left; every lease gets a full period of grace. */
  void restore() {
    long now = clock.millis();
    lastTick = now;
    stores.eachTitle((row, request) -> titles.put(request.titleId(), new LiveTitle(row, request)));
    stores.eachTask(
        row -> {
          if (titles.containsKey(row.task().id().titleId())) {
            tasks.restore(row, deadline(row, now));
          }
        });
    for (LiveTitle title : titles.values()) {
      for (TaskTable.Entry entry : tasks.ofTitle(title.id())) {
        if (entry.row().state() == TaskRow.State.READY) {
          dispatcher.ready(entry, title);
        }
      }
      if (title.isEncoding()) {
        takeUpAdmission(title);
      }
    }
    admit();
  }

  private void takeUpAdmission(LiveTitle title) {
    long bytes = title.predictedBytes();
    if (title.row().encodingSince() > 0) {
      admission.readmit(title.id(), title.tenant(), title.lane(), bytes);
      dispatcher.admitted(title);
    } else {
      admission.enter(title.id(), title.tenant(), title.lane(), bytes);
    }
  }

  private long deadline(TaskRow row, long now) {
    return switch (row.state()) {
      case RUNNING, STOPPING -> now + settings.lease().toMillis();
      case QUEUED -> now + settings.unclaimed().toMillis();
      case DELAYED -> row.notBefore();
      case READY, BLOCKED -> 0;
    };
  }

  /** A message about a title. */
  void handle(String titleId, TitleMessage message) {
    if (message instanceof TitleMessage.Submit submit) {
      submit(submit.request());
    } else if (message instanceof TitleMessage.Restore restore) {
      restoreTitle(restore);
    } else if (message instanceof TitleMessage.Probe probe) {
      outbox.send(topics.control(), "probe", new Control.Alive(probe.id()));
    } else if (titles.containsKey(titleId)) {
      handleKnown(titles.get(titleId), message);
    } else if (message instanceof TitleMessage.Report report
        && report.report() instanceof TaskReport.Started started) {
      control(new Control.Refused(started.id(), started.workerId()));
    }
    handOut();
  }

  private void handleKnown(LiveTitle title, TitleMessage message) {
    if (message instanceof TitleMessage.Report report) {
      report(title, report.report());
    } else if (message instanceof TitleMessage.Erase) {
      erase(title);
    } else if (!title.row().erasing()) {
      wish(message).ifPresent(event -> apply(title, event));
    }
    eraseWhenAtRest(title);
  }

  private static Optional<TitleEvent> wish(TitleMessage message) {
    if (message instanceof TitleMessage.Start start) {
      return Optional.of(new TitleEvent.StartRequested(start.version()));
    } else if (message instanceof TitleMessage.Cancel cancel) {
      return Optional.of(new TitleEvent.CancelRequested(cancel.version()));
    } else if (message instanceof TitleMessage.Retry retry) {
      return Optional.of(new TitleEvent.RetryRequested(retry.run()));
    } else if (message instanceof TitleMessage.Publish publish) {
      return Optional.of(new TitleEvent.PublishRequested(publish.version()));
    } else if (message instanceof TitleMessage.RollBack back) {
      return Optional.of(new TitleEvent.RollBackRequested(back.targetVersion()));
    } else if (message instanceof TitleMessage.Unpublish unpublish) {
      return Optional.of(new TitleEvent.UnpublishRequested(unpublish.version()));
    }
    return Optional.empty();
  }

  // The same wish twice is one; another one counts once the title is at rest.
  private void submit(TitleRequest request) {
    LiveTitle known = titles.get(request.titleId());
    if (known == null) {
      TitleRow row =
          TitleRow.initial(request.titleId(), request.requestId(), clock.instant().toString());
      LiveTitle title = new LiveTitle(row, request);
      titles.put(request.titleId(), title);
      submit(title, request, 1);
    } else if (!known.row().requestId().equals(request.requestId())
        && known.state().phase().isOver()
        && !known.row().erasing()) {
      known.replace(known.row().forRequest(request.requestId()));
      submit(known, request, known.version() + 1);
    }
  }

  private void submit(LiveTitle title, TitleRequest request, int version) {
    title.replace(request);
    stores.putRequest(request);
    apply(
        title,
        new TitleEvent.Submitted(
            new Submission(
                version,
                request.master(),
                request.profileName(),
                request.awaitStart(),
                request.awaitPublish())));
  }

  private void restoreTitle(TitleMessage.Restore restore) {
    String id = restore.request().titleId();
    if (!titles.containsKey(id)) {
      TitleRow row = RestoredTitles.row(restore.request(), restore.status());
      LiveTitle title = new LiveTitle(row, restore.request());
      titles.put(id, title);
      stores.putRequest(restore.request());
      stores.putTitle(row);
      board.tell(title, clock.instant());
    }
  }

  private void report(LiveTitle title, TaskReport report) {
    if (report instanceof TaskReport.Started started) {
      claim(title, started.id(), started.workerId());
    } else if (report instanceof TaskReport.Succeeded succeeded) {
      succeeded(title, succeeded);
    } else if (report instanceof TaskReport.Failed failed) {
      failed(title, failed);
    } else if (report instanceof TaskReport.Stopped stopped) {
      heldBy(stopped.id(), stopped.workerId()).ifPresent(entry -> givenBack(title, entry));
    }
  }

  /** The executor gets the lease, unless another holds it or the attempt no longer counts. */
  private void claim(LiveTitle title, TaskId id, String worker) {
    Optional<TaskTable.Entry> found = tasks.find(id.work()).filter(e -> e.task().id().equals(id));
    boolean free =
        found.isPresent()
            && switch (found.get().row().state()) {
              case QUEUED, READY -> true;
              case RUNNING -> found.get().row().worker().equals(worker);
              case BLOCKED, DELAYED, STOPPING -> false;
            };
    if (!free) {
      control(new Control.Refused(id, worker));
      return;
    }
    tasks.put(found.get().row().runningAt(worker), clock.millis() + settings.lease().toMillis());
    control(new Control.Granted(id, worker));
    if (id.step() == Step.INSPECT) {
      apply(title, new TitleEvent.InspectionStarted(id.attempt()));
    }
    board.changed(title);
  }

  /** A result counts whoever brings it: it lies in storage under the content's own key. */
  private void succeeded(LiveTitle title, TaskReport.Succeeded report) {
    TaskId id = report.id();
    Optional<TaskTable.Entry> entry = tasks.find(id.work()).filter(e -> e.task().id().equals(id));
    boolean stopping = entry.map(e -> e.row().state() == TaskRow.State.STOPPING).orElse(false);
    entry.ifPresent(
        e -> {
          String holder = e.row().worker();
          if (e.row().state() == TaskRow.State.RUNNING && !holder.equals(report.workerId())) {
            control(new Control.Refused(id, holder));
          }
          tasks.remove(e);
        });
    if (stopping) {
      unblock(title);
    } else if (id.step() == Step.ERASE) {
      entry.ifPresent(e -> remove(title));
    } else if (id.version() == title.version()) {
      note(title, report.outcome(), entry.isPresent());
      Answers.success(id, report.outcome())
          .ifPresent(event -> apply(title, event, id, report.workerId()));
    }
  }

  private void note(LiveTitle title, TaskOutcome outcome, boolean first) {
    TitleRow row = title.row();
    if (outcome instanceof TaskOutcome.Inspected inspected) {
      title.replace(row.withInspection(inspected.summary(), inspected.findings()));
    } else if (outcome instanceof TaskOutcome.Planned planned) {
      title.replace(row.withPlan(planned.plan()));
    } else if (outcome instanceof TaskOutcome.Encoded encoded && first) {
      title.replace(row.counting(encoded.parts(), encoded.reusedParts(), 0));
    }
    board.changed(title);
  }

  private void failed(LiveTitle title, TaskReport.Failed report) {
    heldBy(report.id(), report.workerId())
        .ifPresent(
            entry ->
                failed(
                    title,
                    entry,
                    new TitleFailure(report.kind(), report.message()),
                    report.workerId()));
  }

  private void failed(LiveTitle title, TaskTable.Entry entry, TitleFailure failure, String worker) {
    TaskId id = entry.task().id();
    if (entry.row().state() == TaskRow.State.STOPPING) {
      tasks.remove(entry);
      unblock(title);
      return;
    }
    Optional<TitleEvent> event = Answers.failure(id, failure);
    boolean patient = isOutage(failure.kind()) && entry.row().troubles() < MAX_TROUBLES;
    if (event.isEmpty() || patient) {
      long wait =
          Math.min(
              LONGEST_TROUBLE_MILLIS,
              FIRST_TROUBLE_MILLIS << Math.min(entry.row().troubles(), MAX_TROUBLES));
      long until = clock.millis() + wait;
      tasks.put(entry.row().troubled(until), until);
      return;
    }
    tasks.remove(entry);
    if (id.version() == title.version()) {
      title.replace(title.row().counting(0, 0, failure.kind().retryable() ? 1 : 0));
      apply(title, event.get(), id, worker);
    }
  }

  private static boolean isOutage(FailureKind kind) {
    return switch (kind) {
      case STORAGE_UNAVAILABLE, STORAGE_FULL, MESSAGING_UNAVAILABLE -> true;
      default -> false;
    };
  }

  /** The entry of exactly this attempt, if {@code worker} holds it or nobody does yet. */
  private Optional<TaskTable.Entry> heldBy(TaskId id, String worker) {
    return tasks
        .find(id.work())
        .filter(entry -> entry.task().id().equals(id))
        .filter(
            entry ->
                switch (entry.row().state()) {
                  case RUNNING, STOPPING -> entry.row().worker().equals(worker);
                  case QUEUED, READY -> true;
                  case BLOCKED, DELAYED -> false;
                });
  }

  private void givenBack(LiveTitle title, TaskTable.Entry entry) {
    if (entry.row().state() == TaskRow.State.STOPPING) {
      tasks.remove(entry);
      unblock(title);
    } else {
      dispatcher.ready(tasks.put(entry.row().returned(), 0), title);
    }
  }

  /** A heartbeat renews leases, and tells who does what should not be done. */
  void handle(Heartbeat heartbeat) {
    long now = clock.millis();
    if (fleet.seen(heartbeat, now)) {
      loseEarlierIncarnations(heartbeat.workerId());
    }
    long deadline = now + settings.lease().toMillis();
    for (Heartbeat.Running running : heartbeat.running()) {
      renew(running, heartbeat.workerId(), deadline);
    }
    handOut();
  }

  private void renew(Heartbeat.Running running, String worker, long deadline) {
    TaskId id = running.id();
    Optional<TaskTable.Entry> entry = heldBy(id, worker);
    if (entry.isEmpty()) {
      control(new Control.Refused(id, worker));
    } else if (entry.get().row().worker().equals(worker)) {
      tasks.renew(entry.get(), deadline, running.done());
      Optional.ofNullable(titles.get(id.titleId())).ifPresent(board::changed);
    } // else its claim is still on the way
  }

  /** A process that started anew under the same name does not do what it did before. */
  private void loseEarlierIncarnations(String worker) {
    int at = worker.lastIndexOf('@');
    if (at < 0) {
      return;
    }
    String name = worker.substring(0, at + 1);
    for (TaskTable.Entry entry : tasks.all()) {
      String holder = entry.row().worker();
      if (holder.startsWith(name) && !holder.equals(worker)) {
        lost(entry);
      }
    }
  }

  /** Time passes: leases end, delays end, silent executors are forgotten, progress is told. */
  void tick() {
    long now = clock.millis();
    if (now - lastTick > settings.lease().toMillis() / 4) {
      // Nobody was heard while this process or the broker was away: that is no one's silence.
      tasks.grace(now + settings.lease().toMillis());
    } else {
      fleet.forgetSilent(now - settings.silence().toMillis());
    }
    lastTick = now;
    tasks.due(now).forEach(this::due);
    engines
        .gone(now, titles.values())
        .forEach(title -> apply(title, new TitleEvent.EngineGone(title.engineBuild())));
    handOut();
    board.flush(clock.instant());
  }

  private void due(TaskTable.Entry entry) {
    LiveTitle title = titles.get(entry.task().id().titleId());
    switch (entry.row().state()) {
      case DELAYED -> dispatcher.ready(tasks.put(entry.row().in(TaskRow.State.READY), 0), title);
      case QUEUED -> dispatcher.ready(tasks.put(entry.row().returned(), 0), title);
      case RUNNING, STOPPING -> lost(entry);
      case READY, BLOCKED -> {}
    }
  }

  private void lost(TaskTable.Entry entry) {
    LiveTitle title = titles.get(entry.task().id().titleId());
    TaskRow row = entry.row();
    if (row.state() == TaskRow.State.STOPPING) {
      tasks.remove(entry);
      unblock(title);
    } else if (row.losses() < MAX_LOSSES) {
      dispatcher.ready(tasks.put(row.lost(), 0), title);
    } else {
      failed(title, entry, Answers.silence(row.task().id()), row.worker());
    }
    board.changed(title);
  }

  private void apply(LiveTitle title, TitleEvent event) {
    apply(title, event, null, "");
  }

  /** Lets the workflow decide; {@code cause} is the task that led to it, for a dead letter. */
  private void apply(LiveTitle title, TitleEvent event, TaskId cause, String worker) {
    TitleState before = title.state();
    boolean wasEncoding = title.isEncoding();
    Decision decision = TitleWorkflow.apply(before, event);
    String now = clock.instant().toString();
    title.replace(title.row().withState(decision.state(), now));
    stores.putTitle(title.row());
    Carrier carrier =
        new Carrier(title, tasks, dispatcher, fleet, this::control, clock.millis(), settings);
    decision.commands().forEach(carrier::carry);
    settle(title, wasEncoding);
    if (carrier.reportsStatus()) {
      board.tell(title, clock.instant());
      outbox.send(
          topics.notifications(), title.id(), Statuses.notification(title, clock.instant()));
      bury(title, before.phase(), cause, worker);
    } else {
      board.changed(title);
    }
  }

  private void settle(LiveTitle title, boolean wasEncoding) {
    if (title.isEncoding() && !wasEncoding) {
      admission.enter(title.id(), title.tenant(), title.lane(), title.predictedBytes());
      admit();
    } else if (!title.isEncoding() && wasEncoding) {
      admission.leave(title.id());
      admit();
    }
  }

  private void admit() {
    for (String id : admission.admit()) {
      LiveTitle title = titles.get(id);
      title.replace(title.row().withEncodingSince(clock.millis()));
      stores.putTitle(title.row());
      dispatcher.admitted(title);
      board.changed(title);
    }
  }

  private void bury(LiveTitle title, Phase before, TaskId cause, String worker) {
    Phase phase = title.state().phase();
    Optional<TitleFailure> failure = title.state().failure();
    boolean died = phase != before && (phase == Phase.FAILED || phase == Phase.HELD);
    if (died && failure.isPresent()) {
      outbox.send(
          topics.deadLetters(),
          title.id(),
          new DeadLetter(
              title.id() + "-" + title.version() + "-" + title.state().run(),
              clock.instant().toString(),
              failure.get().kind(),
              failure.get().message(),
              title.tenant(),
              Optional.ofNullable(cause),
              worker,
              title.state().run(),
              "",
              "",
              "reelway retry " + title.id()));
    }
  }

  private void handOut() {
    long deadline = clock.millis() + settings.unclaimed().toMillis();
    dispatcher.handOut(
        entry -> {
          tasks.put(entry.row().in(TaskRow.State.QUEUED), deadline);
          Task task = entry.task();
          outbox.send(topics.queueOf(task), task.id().toString(), task);
        },
        task -> tasks.put(TaskRow.ready(task), 0));
  }

  private void unblock(LiveTitle title) {
    boolean stopping =
        tasks.ofTitle(title.id()).stream()
            .anyMatch(entry -> entry.row().state() == TaskRow.State.STOPPING);
    if (!stopping) {
      for (TaskTable.Entry entry : tasks.ofTitle(title.id())) {
        if (entry.row().state() == TaskRow.State.BLOCKED) {
          dispatcher.ready(tasks.put(entry.row().in(TaskRow.State.READY), 0), title);
        }
      }
    }
  }

  private void erase(LiveTitle title) {
    if (!title.row().erasing()) {
      title.replace(title.row().beingErased());
      stores.putTitle(title.row());
      apply(title, new TitleEvent.CancelRequested(title.version()));
    }
  }

  private void eraseWhenAtRest(LiveTitle title) {
    boolean atRest =
        title.state().phase().isOver()
            && !title.state().cleanup().isPending()
            && tasks.ofTitle(title.id()).isEmpty();
    if (title.row().erasing() && atRest && titles.containsKey(title.id())) {
      TaskId id = new TaskId(title.id(), title.version(), Step.ERASE, Optional.empty(), 1);
      Task task =
          new Task(
              Task.SCHEMA,
              id,
              title.row().requestId(),
              title.tenant(),
              title.lane(),
              "",
              0,
              false,
              0);
      dispatcher.ready(tasks.put(TaskRow.ready(task), 0), title);
    }
  }

  private void remove(LiveTitle title) {
    dispatcher.forget(title);
    admission.leave(title.id());
    titles.remove(title.id());
    stores.removeTitle(title.id());
    board.forget(title);
  }

  private void control(Control message) {
    outbox.send(topics.control(), "fleet", message);
  }

  /** The numbers that scaling goes by; walks over all titles. */
  Backlog backlog() {
    return Backlogs.of(titles.values(), admission.waitingCount(), tasks.size(), fleet);
  }
}
