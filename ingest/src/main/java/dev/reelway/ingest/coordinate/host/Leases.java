package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.ingest.coordinate.TitleEvent;
import java.util.Optional;

/**
 * Who does which attempt and for how long: claims, heartbeats, results, and what happens when an
 * executor falls silent.
 *
 * <pre>
 *  QUEUED ─ Started ─▶ RUNNING ─ Succeeded, Failed ─▶ (gone)     the workflow orders what follows
 *    ▲                    │ Stopped, lease over                   RUNNING ─ outage ─▶ DELAYED
 *    └────── READY ◀──────┘
 * </pre>
 */
final class Leases {

  /**
   * An attempt whose executors vanish this often is a failed attempt: it may be what kills them.
   */
  static final int MAX_LOSSES = 3;

  /** Outages cost no attempt before this many tries with growing distance, about three minutes. */
  static final int MAX_TROUBLES = 8;

  private static final long FIRST_TROUBLE_MILLIS = 1_000;
  private static final long LONGEST_TROUBLE_MILLIS = 60_000;

  private final Environment environment;
  private final Workflows workflows;
  private final TaskTable tasks;
  private final Dispatcher dispatcher;
  private final Fleet fleet;
  private final long leaseMillis;
  private long lastHeard;

  Leases(
      Environment environment,
      Workflows workflows,
      TaskTable tasks,
      Dispatcher dispatcher,
      Fleet fleet) {
    this.environment = environment;
    this.workflows = workflows;
    this.tasks = tasks;
    this.dispatcher = dispatcher;
    this.fleet = fleet;
    this.leaseMillis = environment.settings().lease().toMillis();
    this.lastHeard = environment.millis();
  }

  /** Takes up a row that is in the store. */
  void restore(TaskRow row) {
    long deadline =
        switch (row.state()) {
          case RUNNING, STOPPING -> environment.leaseEnd();
          case QUEUED -> environment.millis() + environment.settings().unclaimed().toMillis();
          case DELAYED -> row.notBefore();
          case READY, BLOCKED -> 0;
        };
    tasks.restore(row, deadline);
  }

  /** A message came, from whomever: messages get through. */
  void heard() {
    long now = environment.millis();
    if (nobodyHeard(now)) {
      tasks.grace(environment.leaseEnd());
      fleet.grace(now);
    }
    lastHeard = now;
  }

  /**
   * While messages do not get through, or this process was away itself, silence says nothing about
   * an executor.
   */
  private boolean nobodyHeard(long now) {
    return now - lastHeard > leaseMillis / 2;
  }

  void tick() {
    long now = environment.millis();
    if (!nobodyHeard(now)) {
      fleet.forgetSilent(now - environment.settings().silence().toMillis());
      for (var due = tasks.nextDue(now); due.isPresent(); due = tasks.nextDue(now)) {
        due(due.get());
      }
    }
  }

  private void due(TaskTable.Entry entry) {
    switch (entry.row().state()) {
      case DELAYED, QUEUED -> ready(entry, entry.row().returned());
      case RUNNING, STOPPING -> lost(entry);
      case READY, BLOCKED -> {}
    }
  }

  private void ready(TaskTable.Entry entry, TaskRow row) {
    dispatcher.ready(tasks.put(row, 0), workflows.title(entry));
  }

  void report(LiveTitle title, TaskReport report) {
    if (report instanceof TaskReport.Started started) {
      claim(title, started.id(), started.workerId());
    } else if (report instanceof TaskReport.Succeeded succeeded) {
      succeeded(title, succeeded);
    } else if (report instanceof TaskReport.Failed failed) {
      TitleFailure failure = new TitleFailure(failed.kind(), failed.message());
      tasks
          .find(failed.id())
          .filter(entry -> entry.isHeldBy(failed.workerId()))
          .ifPresent(entry -> failed(title, entry, failure));
    } else if (report instanceof TaskReport.Stopped stopped) {
      tasks
          .find(stopped.id())
          .filter(entry -> entry.isHeldBy(stopped.workerId()))
          .ifPresent(entry -> givenBack(title, entry));
    }
  }

  /** The executor gets the lease, unless another holds it or the attempt no longer counts. */
  private void claim(LiveTitle title, TaskId id, String worker) {
    Optional<TaskTable.Entry> entry =
        tasks.find(id).filter(e -> e.isUnclaimed() || (e.isRunning() && e.isHeldBy(worker)));
    if (entry.isEmpty()) {
      environment.control(new Control.Refused(id, worker));
      return;
    }
    tasks.put(entry.get().row().runningAt(worker), environment.leaseEnd());
    environment.control(new Control.Granted(id, worker));
    if (id.step() == Step.INSPECT) {
      workflows.apply(title, new TitleEvent.InspectionStarted(id.attempt()));
    }
    workflows.progressed(title);
  }

  /** A result counts whoever brings it: it lies in storage under the content's own key. */
  private void succeeded(LiveTitle title, TaskReport.Succeeded report) {
    TaskId id = report.id();
    Optional<TitleEvent> event = Answers.success(id, report.outcome());
    Optional<TaskTable.Entry> entry = tasks.find(id);
    boolean wasToStop = entry.map(TaskTable.Entry::isStopping).orElse(false);
    entry.ifPresent(e -> finish(e, report.workerId()));
    if (wasToStop) {
      workflows.stopped(title);
    } else if (id.step() == Step.ERASE) {
      entry.ifPresent(e -> workflows.remove(title));
    } else {
      entry.ifPresent(e -> note(title, report.outcome()));
      event.ifPresent(e -> workflows.apply(title, e, Optional.of(id), report.workerId()));
    }
  }

  private void finish(TaskTable.Entry entry, String worker) {
    if (entry.isRunning() && !entry.isHeldBy(worker)) {
      environment.control(new Control.Refused(entry.task().id(), entry.row().worker()));
    }
    tasks.remove(entry);
  }

  private void note(LiveTitle title, TaskOutcome outcome) {
    TitleRow row = title.row();
    if (outcome instanceof TaskOutcome.Inspected inspected) {
      title.replace(row.withInspection(inspected.summary(), inspected.findings()));
    } else if (outcome instanceof TaskOutcome.Planned planned) {
      title.replace(row.withPlan(planned.plan()));
    } else if (outcome instanceof TaskOutcome.Encoded encoded) {
      title.replace(row.counting(encoded.parts(), encoded.reusedParts(), 0));
    }
  }

  private void failed(LiveTitle title, TaskTable.Entry entry, TitleFailure failure) {
    TaskRow row = entry.row();
    TaskId id = entry.task().id();
    if (entry.isStopping()) {
      tasks.remove(entry);
      workflows.stopped(title);
      return;
    }
    Optional<TitleEvent> event = Answers.failure(id, failure);
    boolean isPatient = isOutage(failure.kind()) && row.troubles() < MAX_TROUBLES;
    if (event.isEmpty() || isPatient) {
      long until = environment.millis() + troubleMillis(row.troubles());
      tasks.put(row.troubled(until), until);
      environment.telemetry().retried(id.step(), failure.kind());
      return;
    }
    tasks.remove(entry);
    workflows.apply(title, event.get(), Optional.of(id), row.worker());
    if (!title.isAtRest()) {
      environment.telemetry().retried(id.step(), failure.kind());
      workflows.note(title, title.row().counting(0, 0, 1));
    }
  }

  private static long troubleMillis(int troubles) {
    return Math.min(
        LONGEST_TROUBLE_MILLIS, FIRST_TROUBLE_MILLIS << Math.min(troubles, MAX_TROUBLES));
  }

  private static boolean isOutage(FailureKind kind) {
    return switch (kind) {
      case STORAGE_UNAVAILABLE, STORAGE_FULL, MESSAGING_UNAVAILABLE -> true;
      default -> false;
    };
  }

  private void givenBack(LiveTitle title, TaskTable.Entry entry) {
    if (entry.isStopping()) {
      tasks.remove(entry);
      workflows.stopped(title);
    } else {
      ready(entry, entry.row().returned());
    }
  }

  /** An executor fell silent about a task or is there anew without it. */
  private void lost(TaskTable.Entry entry) {
    LiveTitle title = workflows.title(entry);
    TaskRow row = entry.row();
    if (entry.isStopping()) {
      tasks.remove(entry);
      workflows.stopped(title);
    } else if (row.losses() + 1 < MAX_LOSSES) {
      TaskId id = row.task().id();
      environment.telemetry().retried(id.step(), Answers.silence(id).kind());
      ready(entry, row.lost());
    } else {
      failed(title, entry, Answers.silence(row.task().id()));
    }
    workflows.progressed(title);
  }

  /** The executor lives and does what it names; told again what it does not know yet. */
  void renew(Heartbeat heartbeat) {
    String worker = heartbeat.workerId();
    if (fleet.seen(heartbeat, environment.millis())) {
      loseEarlierIncarnations(worker);
    }
    for (Heartbeat.Running running : heartbeat.running()) {
      Optional<TaskTable.Entry> entry = tasks.find(running.id());
      if (entry.filter(e -> e.isHeldBy(worker)).isPresent()) {
        renew(entry.get(), running.done());
      } else if (entry.filter(TaskTable.Entry::isUnclaimed).isEmpty()) {
        environment.control(new Control.Refused(running.id(), worker));
      } // else its claim is still on the way
    }
  }

  private void renew(TaskTable.Entry entry, long done) {
    tasks.renew(entry, environment.leaseEnd(), done);
    workflows.progressed(workflows.title(entry));
    if (entry.isStopping()) {
      environment.control(new Control.StopTask(entry.task().id()));
    }
  }

  /** A process that started anew under the same name does not do what it did before. */
  private void loseEarlierIncarnations(String worker) {
    for (TaskTable.Entry entry : tasks.all()) {
      if (tasks.has(entry) && Fleet.isEarlierIncarnation(entry.row().worker(), worker)) {
        lost(entry);
      }
    }
  }
}
