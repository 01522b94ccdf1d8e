package dev.reelway.cli.encode;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.Decision;
import dev.reelway.ingest.coordinate.PlanSummary;
import dev.reelway.ingest.coordinate.Submission;
import dev.reelway.ingest.coordinate.TitleCommand;
import dev.reelway.ingest.coordinate.TitleEvent;
import dev.reelway.ingest.coordinate.TitleState;
import dev.reelway.ingest.coordinate.TitleWorkflow;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hosts the {@link TitleWorkflow} in this process: the same decisions as in a fleet, with a bounded
 * pool of local encoder slots in place of workers. One title, from submission to its end.
 */
final class InProcessHost {

  private final TitleSteps steps;
  private final BlockingQueue<TitleEvent> events = new LinkedBlockingQueue<>();
  private final ExecutorService slots;
  private final ExecutorService stages = Executors.newFixedThreadPool(2);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();
  private final Submission submission;
  private volatile Throwable unforeseen;

  /**
   * A host for one title.
   *
   * @param slots how many tasks are encoded at the same time
   */
  InProcessHost(TitleSteps steps, Submission submission, int slots) {
    this.steps = steps;
    this.submission = submission;
    this.slots = Executors.newFixedThreadPool(slots);
  }

  /** Runs the title to its end and says how it ended. */
  TitleState run() throws InterruptedException {
    TitleState state = TitleState.initial("one-off");
    events.add(new TitleEvent.Submitted(submission));
    try {
      do {
        Decision decision = TitleWorkflow.apply(state, events.take());
        state = decision.state();
        decision.commands().forEach(this::perform);
      } while (!hasEnded(state));
      return state;
    } finally {
      timer.shutdownNow();
      slots.shutdownNow();
      stages.shutdownNow();
      stages.awaitTermination(10, TimeUnit.SECONDS);
      slots.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  // What is held waits for somebody to look at it and to try again: here that is another run.
  private boolean hasEnded(TitleState state) {
    boolean stuck = unforeseen != null && state.phase() == Phase.PUBLISHING;
    return (state.phase().isOver() || state.phase() == Phase.HELD || stuck)
        && !state.cleanup().isPending();
  }

  /** Asks for the end of the title, from any thread. */
  void cancel() {
    events.add(new TitleEvent.CancelRequested(submission.version()));
  }

  private void perform(TitleCommand command) {
    if (command instanceof TitleCommand.InspectMaster inspect) {
      start(stages, inspect.delay(), () -> inspect(inspect.attempt()));
    } else if (command instanceof TitleCommand.MakePlan plan) {
      start(stages, plan.delay(), () -> plan(plan.attempt()));
    } else if (command instanceof TitleCommand.EncodeTask encode) {
      start(slots, encode.delay(), () -> encode(encode));
    } else if (command instanceof TitleCommand.PackageTask pack) {
      start(stages, pack.delay(), () -> packageTask(pack.task(), pack.attempt()));
    } else if (command instanceof TitleCommand.Publish publish) {
      start(stages, publish.delay(), () -> publish(publish.attempt()));
    } else if (command instanceof TitleCommand.StopTasks) {
      running.forEach(task -> task.cancel(true));
    } else if (command instanceof TitleCommand.DiscardUnpublished discard) {
      start(stages, Duration.ZERO, () -> discard(discard.number()));
    }
  }

  private void inspect(int attempt) throws InterruptedException {
    events.add(new TitleEvent.InspectionStarted(attempt));
    try {
      steps.inspect();
      events.add(new TitleEvent.Inspected(attempt));
    } catch (ReelwayException e) {
      events.add(new TitleEvent.InspectionFailed(attempt, e.kind(), e.getMessage()));
    }
  }

  private void plan(int attempt) {
    try {
      EncodePlan plan = steps.plan();
      events.add(
          new TitleEvent.Planned(
              attempt,
              new PlanSummary(
                  plan.planHash(),
                  plan.engineBuild(),
                  plan.chunks().size(),
                  plan.audio().size(),
                  plan.text().size())));
    } catch (ReelwayException e) {
      events.add(new TitleEvent.PlanningFailed(attempt, e.kind(), e.getMessage()));
    }
  }

  private void encode(TitleCommand.EncodeTask command) throws InterruptedException {
    TaskRef task = command.task();
    int attempt = command.attempt();
    try {
      steps.encode(task, command.fresh());
      events.add(new TitleEvent.TaskEncoded(task, attempt));
    } catch (ReelwayException e) {
      events.add(new TitleEvent.TaskFailed(task, attempt, e.kind(), e.getMessage()));
    }
  }

  private void packageTask(TaskRef task, int attempt) {
    try {
      steps.packageTask(task);
      events.add(new TitleEvent.TaskPackaged(task, attempt));
    } catch (ReelwayException e) {
      events.add(new TitleEvent.PackagingFailed(task, attempt, e.kind(), e.getMessage()));
    }
  }

  private void publish(int attempt) {
    try {
      Publication made = steps.publish();
      events.add(new TitleEvent.Published(attempt, submission.version(), made));
    } catch (ReelwayException e) {
      events.add(new TitleEvent.PublishFailed(attempt, e.kind(), e.getMessage()));
    }
  }

  // Removing comes after the stopped tasks have really ended: they might still write.
  private void discard(int number) throws InterruptedException {
    slots.shutdown();
    slots.awaitTermination(10, TimeUnit.SECONDS);
    try {
      steps.discardUnpublished();
    } finally {
      events.add(new TitleEvent.Discarded(number));
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }

  private void start(ExecutorService pool, Duration delay, Step step) {
    if (delay.isZero()) {
      running.add(pool.submit(() -> guarded(step)));
      return;
    }
    running.add(
        timer.schedule(
            () -> start(pool, Duration.ZERO, step), delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  // A step that fails in an unforeseen way must end the title, not leave it waiting for ever.
  private void guarded(Step step) {
    try {
      step.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      unforeseen = e;
      events.add(new TitleEvent.CancelRequested(submission.version()));
    }
  }

  /** A bug that ended the title, if there was one. */
  void throwUnforeseen() {
    if (unforeseen != null) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN,
          "A step failed unexpectedly: " + unforeseen + ".",
          unforeseen);
    }
  }
}
