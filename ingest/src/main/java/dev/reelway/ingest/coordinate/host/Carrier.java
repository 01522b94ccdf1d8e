package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.TitleCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out the workflow's commands about one title: orders, delays and stops tasks. */
final class Carrier {

  private final LiveTitle title;
  private final TaskTable tasks;
  private final Dispatcher dispatcher;
  private final Fleet fleet;
  private final Consumer<Control> control;
  private final long now;
  private final CoordinatorSettings settings;
  private boolean reportsStatus;

  Carrier(
      LiveTitle title,
      TaskTable tasks,
      Dispatcher dispatcher,
      Fleet fleet,
      Consumer<Control> control,
      long now,
      CoordinatorSettings settings) {
    this.title = title;
    this.tasks = tasks;
    this.dispatcher = dispatcher;
    this.fleet = fleet;
    this.control = control;
    this.now = now;
    this.settings = settings;
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
      order(task(Step.PACKAGE, Optional.of(c.task()), c.attempt()), c.delay());
    } else if (command instanceof TitleCommand.Publish c) {
      order(task(Step.PUBLISH, c.attempt()), c.delay());
    } else if (command instanceof TitleCommand.RollBack c) {
      order(rollBackTask(c), c.delay());
    } else if (command instanceof TitleCommand.Unpublish c) {
      order(task(Step.UNPUBLISH, c.attempt()), c.delay());
    } else if (command instanceof TitleCommand.StopTasks) {
      stopTasks();
    } else if (command instanceof TitleCommand.DiscardUnpublished c) {
      discard(task(Step.DISCARD, c.number()));
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

  private void order(Task task, Duration delay) {
    if (delay.isZero()) {
      dispatcher.ready(tasks.put(TaskRow.ready(task), 0), title);
    } else {
      long until = now + delay.toMillis();
      tasks.put(TaskRow.delayed(task, until), until);
    }
  }

  private void stopTasks() {
    for (TaskTable.Entry entry : tasks.ofTitle(title.id())) {
      if (entry.row().state() == TaskRow.State.RUNNING) {
        tasks.put(entry.row().in(TaskRow.State.STOPPING), now + settings.lease().toMillis());
        control.accept(new Control.StopTask(entry.task().id()));
      } else if (entry.row().state() != TaskRow.State.STOPPING) {
        tasks.remove(entry);
      }
    }
  }

  /** Removing waits for everything that might still write. */
  private void discard(Task task) {
    if (tasks.ofTitle(title.id()).isEmpty()) {
      dispatcher.ready(tasks.put(TaskRow.ready(task), 0), title);
    } else {
      tasks.put(TaskRow.blocked(task), 0);
    }
  }

  private Task task(Step step, int attempt) {
    return task(step, Optional.empty(), attempt);
  }

  private Task task(Step step, Optional<TaskRef> of, int attempt) {
    return task(id(step, of, attempt), "", 0);
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
