package dev.reelway.platform.work;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task being done, on a thread of its own.
 *
 * <pre>
 *  CLAIMED ──▶ GRANTED ──▶ over: Succeeded | Failed
 *     │  └────────┴─ STOPPING ──▶ over: Stopped (or Succeeded, if it was just done)
 *     └─ REFUSED ──▶ over: nothing is said
 * </pre>
 */
final class RunningTask {

  private static final Logger LOG = LoggerFactory.getLogger(RunningTask.class);

  private enum State {
    CLAIMED,
    GRANTED,
    STOPPING,
    REFUSED,
    OVER
  }

  /** Is told once that the task is over. */
  interface Ended {
    void ended(RunningTask task, Optional<TaskReport> report);
  }

  private final TaskDelivery delivery;
  private final String workerId;
  private final Ended listener;
  private final AtomicLong done = new AtomicLong();
  private State state = State.CLAIMED;
  private long sinceNanos = System.nanoTime();
  private Thread thread;

  RunningTask(TaskDelivery delivery, String workerId, Ended listener) {
    this.delivery = delivery;
    this.workerId = workerId;
    this.listener = listener;
  }

  Task task() {
    return delivery.task();
  }

  TaskId id() {
    return task().id();
  }

  Optional<String> traceparent() {
    return delivery.traceparent();
  }

  /** What the handler said last. */
  long done() {
    return done.get();
  }

  synchronized void start(TaskHandler handler, TaskObserver observer) {
    thread = new Thread(() -> run(handler, observer), "task-" + id());
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void grant() {
    if (state == State.CLAIMED) {
      state = State.GRANTED;
    }
  }

  /** Somebody else has it. */
  void refuse() {
    interrupt(State.REFUSED);
  }

  /** It must not go on. */
  void stop() {
    interrupt(State.STOPPING);
  }

  private synchronized void interrupt(State next) {
    if (state == State.CLAIMED || state == State.GRANTED) {
      state = next;
      sinceNanos = System.nanoTime();
      thread.interrupt();
    }
  }

  /** Whether the claim has had no answer for {@code limit}; the wait begins anew if so. */
  synchronized boolean unanswered(Duration limit) {
    boolean late = state == State.CLAIMED && waited(limit);
    if (late) {
      sinceNanos = System.nanoTime();
    }
    return late;
  }

  /** Gives the task up if it was told to stop {@code limit} ago and goes on all the same. */
  void giveUpAfter(Duration limit) {
    boolean late;
    synchronized (this) {
      late = (state == State.STOPPING || state == State.REFUSED) && waited(limit);
    }
    if (late) {
      LOG.error("{} does not stop; its result will not count.", id());
      finish(Optional.empty());
    }
  }

  private boolean waited(Duration limit) {
    return System.nanoTime() - sinceNanos >= limit.toNanos();
  }

  private void run(TaskHandler handler, TaskObserver observer) {
    TaskObserver.Watch watch = watch(observer);
    Optional<TaskReport> result = handle(handler);
    Thread.interrupted(); // the order to stop has done its work
    watch.ended(finish(result));
  }

  /** A task is done whether or not somebody can watch it. */
  private TaskObserver.Watch watch(TaskObserver observer) {
    try {
      return observer.started(task(), traceparent());
    } catch (RuntimeException e) {
      LOG.error("{} goes on unwatched.", id(), e);
      return report -> {};
    }
  }

  /** What became of it; absent if it was interrupted. */
  private Optional<TaskReport> handle(TaskHandler handler) {
    try {
      TaskOutcome outcome = handler.run(task(), done::set);
      return Optional.of(new TaskReport.Succeeded(id(), workerId, outcome));
    } catch (InterruptedException e) {
      return Optional.empty();
    } catch (ReelwayException e) {
      LOG.warn("{} failed: {} [{}]", id(), e.getMessage(), e.kind().code());
      return Optional.of(new TaskReport.Failed(id(), workerId, e.kind(), e.getMessage()));
    } catch (Throwable e) {
      LOG.error("{} failed in an unexpected way.", id(), e);
      return Optional.of(
          new TaskReport.Failed(id(), workerId, FailureKind.INVARIANT_BROKEN, e.toString()));
    }
  }

  /** Says the last word, unless it was said when the task was given up. */
  private Optional<TaskReport> finish(Optional<TaskReport> result) {
    Optional<TaskReport> report;
    synchronized (this) {
      if (state == State.OVER) {
        return Optional.empty();
      }
      report = lastWord(result);
      state = State.OVER;
    }
    listener.ended(this, report);
    return report;
  }

  private Optional<TaskReport> lastWord(Optional<TaskReport> result) {
    if (state == State.REFUSED) {
      return Optional.empty();
    }
    boolean stopped =
        result.isEmpty()
            || (state == State.STOPPING && !(result.get() instanceof TaskReport.Succeeded));
    return stopped ? Optional.of(new TaskReport.Stopped(id(), workerId)) : result;
  }
}
