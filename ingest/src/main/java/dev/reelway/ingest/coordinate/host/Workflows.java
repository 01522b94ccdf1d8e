package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.ingest.coordinate.Decision;
import dev.reelway.ingest.coordinate.TitleEvent;
import dev.reelway.ingest.coordinate.TitleWorkflow;
import java.util.Comparator;
import java.util.Optional;

/** Lets the workflow decide on events of titles and does what follows from it. */
final class Workflows {

  private final Environment environment;
  private final TitleTable titles;
  private final TaskTable tasks;
  private final Dispatcher dispatcher;
  private final Fleet fleet;
  private final Admission admission;
  private final StatusBoard board;

  Workflows(
      Environment environment,
      TitleTable titles,
      TaskTable tasks,
      Dispatcher dispatcher,
      Fleet fleet) {
    CoordinatorSettings settings = environment.settings();
    this.environment = environment;
    this.titles = titles;
    this.tasks = tasks;
    this.dispatcher = dispatcher;
    this.fleet = fleet;
    this.admission = new Admission(settings.maxTitlesInFlight(), settings.workSpaceBytes());
    this.board = new StatusBoard(environment, tasks, admission);
  }

  /** Takes up all titles, those that wait in the order in which they came. */
  void restore() {
    titles.all().stream()
        .sorted(Comparator.comparing(LiveTitle::phaseSince).thenComparing(LiveTitle::id))
        .forEach(this::takeUp);
    admit();
  }

  private void takeUp(LiveTitle title) {
    for (TaskTable.Entry entry : tasks.ofTitle(title.id())) {
      if (entry.row().state() == TaskRow.State.READY) {
        dispatcher.ready(entry, title);
      }
    }
    if (title.isAdmitted()) {
      admission.readmit(title.id(), title.tenant(), title.lane(), title.predictedBytes());
      dispatcher.admitted(title);
    } else if (title.isEncoding()) {
      enter(title);
    }
    board.takeUp(title);
  }

  /** A title that was rebuilt from the object store. */
  void restored(LiveTitle title) {
    board.tell(title);
  }

  void apply(LiveTitle title, TitleEvent event) {
    apply(title, event, Optional.empty(), "");
  }

  /** Lets the workflow decide; {@code cause} is the task that led to it, for a dead letter. */
  void apply(LiveTitle title, TitleEvent event, Optional<TaskId> cause, String worker) {
    Phase before = title.state().phase();
    Decision decision = TitleWorkflow.apply(title.state(), event);
    titles.put(title, title.row().withState(decision.state(), environment.now().toString()));
    Carrier carrier = new Carrier(title, tasks, dispatcher, fleet, environment);
    decision.commands().forEach(carrier::carry);
    if (title.state().phase() != before) {
      entered(title, before, carrier);
    }
    if (carrier.reportsStatus()) {
      tell(title);
      bury(title, before, cause, worker);
    } else {
      board.changed(title);
    }
    eraseWhenAtRest(title);
  }

  private void entered(LiveTitle title, Phase before, Carrier carrier) {
    if (title.state().phase() == Phase.UNPUBLISHED) {
      // A date that has taken effect must not take it off again when somebody shows it again.
      TitleRequest request = title.request();
      titles.amend(title, request.withDates(request.publishAt(), Optional.empty()));
    }
    if (title.isAtRest()) {
      // Such as another attempt at publishing what an attempt thought dead has published.
      carrier.stopTasks();
    }
    if (title.isEncoding()) {
      enter(title);
      admit();
    } else if (before == Phase.ENCODING) {
      admission.leave(title.id());
      admit();
    }
  }

  private void enter(LiveTitle title) {
    admission.enter(title.id(), title.tenant(), title.lane(), title.predictedBytes());
  }

  private void admit() {
    for (String id : admission.admit()) {
      LiveTitle title = titles.get(id);
      titles.put(title, title.row().withEncodingSince(environment.millis()));
      dispatcher.admitted(title);
      board.changed(title);
    }
  }

  private void tell(LiveTitle title) {
    board.tell(title);
    environment
        .outbox()
        .send(
            environment.topics().notifications(),
            title.id(),
            Statuses.notification(title, environment.now()));
  }

  private void bury(LiveTitle title, Phase before, Optional<TaskId> cause, String worker) {
    Phase phase = title.state().phase();
    Optional<TitleFailure> failure = title.state().failure();
    boolean died = phase != before && (phase == Phase.FAILED || phase == Phase.HELD);
    if (died && failure.isPresent()) {
      environment
          .outbox()
          .send(
              environment.topics().deadLetters(),
              title.id(),
              new DeadLetter(
                  title.id() + "-" + title.version() + "-" + title.state().run(),
                  environment.now().toString(),
                  failure.get().kind(),
                  failure.get().message(),
                  title.tenant(),
                  cause,
                  worker,
                  title.state().run(),
                  "",
                  "",
                  "reelway retry " + title.id()));
    }
  }

  /** A task of the title that was to stop has ended: what waited for that may begin. */
  void stopped(LiveTitle title) {
    if (tasks.hasAny(title.id(), TaskRow.State.STOPPING)) {
      return;
    }
    for (TaskTable.Entry entry : tasks.ofTitle(title.id())) {
      if (entry.row().state() == TaskRow.State.BLOCKED) {
        dispatcher.ready(tasks.put(entry.row().in(TaskRow.State.READY), 0), title);
      }
    }
    eraseWhenAtRest(title);
  }

  /** Removes everything of a title, as soon as nothing of it is being done any more. */
  void erase(LiveTitle title) {
    if (!title.row().erasing()) {
      titles.put(title, title.row().beingErased());
      apply(title, new TitleEvent.CancelRequested(title.version()));
    }
  }

  private void eraseWhenAtRest(LiveTitle title) {
    boolean nothingIsDone =
        title.state().phase().isOver()
            && !title.state().cleanup().isPending()
            && !tasks.hasAny(title.id());
    if (title.row().erasing() && nothingIsDone) {
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

  /** A title that was erased is forgotten. */
  void remove(LiveTitle title) {
    tasks.ofTitle(title.id()).forEach(tasks::remove);
    dispatcher.forget(title);
    admission.leave(title.id());
    titles.remove(title);
    board.forget(title);
  }

  /** Notes what only people need; told a moment later. */
  void note(LiveTitle title, TitleRow row) {
    titles.put(title, row);
    board.changed(title);
  }

  /** Something about the title's tasks changed that can wait a moment to be told. */
  void progressed(LiveTitle title) {
    board.changed(title);
  }

  /** Tells what changed, if it is time. */
  void tell() {
    board.flush();
  }

  LiveTitle title(TaskTable.Entry entry) {
    return titles.get(entry.task().id().titleId());
  }

  int waitingCount() {
    return admission.waitingCount();
  }
}
