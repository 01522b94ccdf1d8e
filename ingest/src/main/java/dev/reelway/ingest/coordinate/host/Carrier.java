package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.TitleCommand;
import java.time.Duration;
import java.util.Optional;

/** Carries out the workflow's commands about one title: orders, delays and stops tasks. */
final class Carrier {

  private final LiveTitle title;
  private final TaskTable tasks;
  private final Dispatcher dispatcher;
  private final Fleet fleet;
  private final Environment environment;
  private boolean reportsStatus;

  Carrier(
      LiveTitle title,
      TaskTable tasks,
      Dispatcher dispatcher,
      Fleet fleet,
      Environment environment) {
    this.title = title;
    this.tasks = tasks;
    this.dispatcher = dispatcher;
    this.fleet = fleet;
    this.environment = environment;
  }

  /** Whether people are to be told of a new phase. */
  boolean reportsStatus() {
    return reportsStatus;
  }

  void carry(TitleCommand command) {
    if (command instanceof TitleCommand.InspectMaster c) {
      order(task(Step.INSPECT, c.attempt()), c.delay());
    } else if (command instanceof TitleCommand.MakePlan c) {
      order(planTask(c.attempt()), c.delay());
    } else if (command instanceof TitleCommand.EncodeTask c) {
      encode(c);
    } else if (command instanceof TitleCommand.PackageTask c) {
      order(buildTask(Step.PACKAGE, Optional.of(c.task()), c.attempt()), c.delay());
    } else if (command instanceof TitleCommand.Publish c) {
      Task task = buildTask(Step.PUBLISH, Optional.empty(), c.attempt());
      order(task.forced(c.force()), c.delay());
    } else if (command instanceof TitleCommand.RollBack c) {
      order(rollBackTask(c), c.delay());
    } else if (command instanceof TitleCommand.Unpublish c) {
      order(task(Step.UNPUBLISH, c.attempt()), c.delay());
    } else if (command instanceof TitleCommand.StopTasks) {
      stopTasks();
    } else if (command instanceof TitleCommand.DiscardUnpublished c) {
      order(task(Step.DISCARD, c.number()), Duration.ZERO);
    } else if (command instanceof TitleCommand.ReportStatus) {
      reportsStatus = true;
    }
  }

  /** First attempts need no row: the dispatcher finds them by the title's bits. */
  private void encode(TitleCommand.EncodeTask command) {
    boolean first =
        command.attempt() == title.state().firstAttempt()
            && !command.fresh()
            && command.memoryClass() == 0;
    if (!first) {
      order(
          new Task(
              Task.SCHEMA,
              id(Step.ENCODE, Optional.of(command.task()), command.attempt()),
              title.row().requestId(),
              title.tenant(),
              title.lane(),
              title.engineBuild(),
              command.memoryClass(),
              command.fresh(),
              0),
          command.delay());
    }
  }

  /** Nothing new is begun while something that was stopped might still write. */
  private void order(Task task, Duration delay) {
    if (tasks.hasAny(title.id(), TaskRow.State.STOPPING)) {
      tasks.put(TaskRow.blocked(task), 0);
    } else if (delay.isZero()) {
      dispatcher.ready(tasks.put(TaskRow.ready(task), 0), title);
    } else {
      long until = environment.millis() + delay.toMillis();
      tasks.put(TaskRow.delayed(task, until), until);
    }
  }

  /** Stops everything but removals, on which a new run may wait. */
  void stopTasks() {
    for (TaskTable.Entry entry : tasks.ofTitle(title.id())) {
      Step step = entry.task().id().step();
      if (step == Step.DISCARD || step == Step.ERASE || entry.isStopping()) {
        continue;
      }
      if (entry.isRunning()) {
        tasks.put(entry.row().in(TaskRow.State.STOPPING), environment.leaseEnd());
        environment.control(new Control.StopTask(entry.task().id()));
      } else {
        tasks.remove(entry);
      }
    }
  }

  private Task task(Step step, int attempt) {
    return task(step, Optional.empty(), attempt);
  }

  private Task task(Step step, Optional<TaskRef> of, int attempt) {
    return task(id(step, of, attempt), "", 0);
  }

  /** A task about what one engine build made. */
  private Task buildTask(Step step, Optional<TaskRef> of, int attempt) {
    return task(id(step, of, attempt), title.engineBuild(), 0);
  }

  private Task planTask(int attempt) {
    return task(id(Step.PLAN, Optional.empty(), attempt), fleet.mainEngineBuild().orElse(""), 0);
  }

  private Task rollBackTask(TitleCommand.RollBack command) {
    return task(
        id(Step.ROLL_BACK, Optional.empty(), command.attempt()), "", command.targetVersion());
  }

  private Task task(TaskId id, String engineBuild, int targetVersion) {
    return new Task(
        Task.SCHEMA,
        id,
        title.row().requestId(),
        title.tenant(),
        title.lane(),
        engineBuild,
        0,
        false,
        targetVersion);
  }

  private TaskId id(Step step, Optional<TaskRef> of, int attempt) {
    return new TaskId(title.id(), title.version(), step, of, attempt);
  }
}
