package dev.reelway.ingest.taskmap;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.view.ExecutorsView;
import dev.reelway.ingest.view.TaskTrail;
import dev.reelway.ingest.view.TaskTrails;
import dev.reelway.ingest.view.TitleView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes on about a title's tasks.
 *
 * @param running who is at which task
 * @param trails what was heard of tasks
 * @param heardSince tasks begun after this may run before a heartbeat names them
 * @param givenUp tasks that will not be tried again by themselves, and why
 */
record Activity(
    Map<TaskRef, Held> running,
    Map<TaskRef, TaskTrail> trails,
    Instant heardSince,
    Map<TaskRef, FailureKind> givenUp) {

  private static final Duration FIRST_HEARTBEAT = Duration.ofSeconds(15);

  /**
   * A task at work.
   *
   * @param workerId who does it
   * @param attempt which try
   * @param done frames, samples or bytes so far
   */
  record Held(String workerId, int attempt, long done) {}

  static Activity of(
      TitleStatus title, TitleView titles, ExecutorsView executors, TaskTrails trails) {
    Map<TaskRef, Held> running = new HashMap<>();
    for (ExecutorsView.Seen seen : executors.executors()) {
      for (Heartbeat.Running task : seen.heartbeat().running()) {
        if (isEncoding(task.id(), title)) {
          String worker = seen.heartbeat().workerId();
          running.put(
              task.id().task().orElseThrow(), new Held(worker, task.id().attempt(), task.done()));
        }
      }
    }
    Map<TaskRef, FailureKind> givenUp = new HashMap<>();
    if (title.phase() == Phase.FAILED || title.phase() == Phase.HELD) {
      titles.deadLetters().forEach(letter -> note(letter, title, givenUp));
    }
    return new Activity(
        running,
        trails.of(title.titleId(), title.version()),
        executors.now().minus(FIRST_HEARTBEAT),
        givenUp);
  }

  boolean isRunning(TaskRef task) {
    TaskTrail trail = trails.get(task);
    boolean justBegun =
        trail != null && trail.running() && trail.startedMillis() > heardSince.toEpochMilli();
    return justBegun || running.containsKey(task);
  }

  private static boolean isEncoding(TaskId id, TitleStatus title) {
    return id.step() == Step.ENCODE && isOf(id, title) && id.task().isPresent();
  }

  private static boolean isOf(TaskId id, TitleStatus title) {
    return id.titleId().equals(title.titleId()) && id.version() == title.version();
  }

  private static void note(
      DeadLetter letter, TitleStatus title, Map<TaskRef, FailureKind> givenUp) {
    Optional<TaskRef> task = letter.task().filter(id -> isOf(id, title)).flatMap(TaskId::task);
    if (letter.run() == title.run()) {
      task.ifPresent(ref -> givenUp.putIfAbsent(ref, letter.kind()));
    }
  }
}
