package dev.reelway.ingest.taskmap;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.TitleState;
import dev.reelway.ingest.taskmap.TaskCell.State;
import dev.reelway.ingest.view.TaskTrail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Makes one cell of what the sources say. Storage has the last word on what is done, heartbeats on
 * what is being done.
 */
record CellMaker(
    Activity activity,
    Set<TaskRef> encoded,
    Set<TaskRef> packaged,
    Map<TaskRef, TaskResult> results,
    ToIntFunction<String> workers) {

  private static final double MILLIS = 1000;
  private static final double HUNDREDTHS = 100;

  TaskCell cell(TaskRef task) {
    State state = state(task);
    Optional<Activity.Held> held =
        Optional.ofNullable(activity.running().get(task)).filter(h -> state == State.RUNNING);
    Optional<TaskTrail> trail = Optional.ofNullable(activity.trails().get(task));
    Optional<TaskResult> result = Optional.ofNullable(results.get(task));
    return new TaskCell(
        TaskCell.letter(task.kind()),
        task.number(),
        state,
        held.map(Activity.Held::attempt)
            .or(() -> trail.map(TaskTrail::attempt))
            .filter(number -> number > 0)
            .map(TitleState::attemptInRun),
        held.map(Activity.Held::workerId)
            .or(() -> trail.map(TaskTrail::workerId))
            .filter(name -> !name.isEmpty())
            .map(workers::applyAsInt),
        started(result, trail),
        seconds(result, trail),
        held.map(Activity.Held::done),
        failure(task, state, trail),
        result.map(TaskResult::bytes).orElse(List.of()),
        result.map(CellMaker::decibels).orElse(List.of()));
  }

  private State state(TaskRef task) {
    if (packaged.contains(task)) {
      return State.PACKAGED;
    } else if (encoded.contains(task)) {
      return activity.givenUp().containsKey(task) ? State.FAILED : State.ENCODED;
    } else if (activity.givenUp().containsKey(task)) {
      return State.FAILED;
    }
    return activity.isRunning(task) ? State.RUNNING : State.WAITING;
  }

  private static Optional<Long> started(Optional<TaskResult> result, Optional<TaskTrail> trail) {
    return result
        .map(TaskResult::startedMillis)
        .filter(at -> at > 0)
        .or(() -> trail.map(TaskTrail::startedMillis).filter(at -> at > 0));
  }

  private static Optional<Double> seconds(Optional<TaskResult> result, Optional<TaskTrail> trail) {
    return result
        .filter(made -> made.startedMillis() > 0)
        .map(made -> made.wallMillis() / MILLIS)
        .or(() -> trail.map(TaskTrail::seconds).filter(took -> took >= 0))
        .map(took -> Math.round(took * HUNDREDTHS) / HUNDREDTHS);
  }

  private Optional<FailureKind> failure(TaskRef task, State state, Optional<TaskTrail> trail) {
    return state == State.PACKAGED
        ? Optional.empty()
        : Optional.ofNullable(activity.givenUp().get(task))
            .or(() -> trail.flatMap(TaskTrail::failure));
  }

  private static List<Double> decibels(TaskResult result) {
    return result.xpsnr().stream().map(value -> value < 0 ? -1 : value / HUNDREDTHS).toList();
  }
}
