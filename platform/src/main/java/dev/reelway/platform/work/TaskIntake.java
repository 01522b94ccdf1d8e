package dev.reelway.platform.work;

import dev.reelway.contracts.failure.ReelwayException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tasks from a queue while there are free slots; a queue that broke is opened anew. Several
 * may share the slots: each keeps those that it asked its queue for, so that whatever comes can be
 * started at once.
 */
final class TaskIntake {

  private static final Logger LOG = LoggerFactory.getLogger(TaskIntake.class);
  private static final Duration WAIT = Duration.ofMillis(300);
  private static final long PAUSE_MILLIS = 500;

  /** Gets tasks, together with a slot for each that it must release. */
  interface Taker {

    /**
     * Starts all of them.
     *
     * @return how many of them, from the first, are claimed for good and may be accepted
     */
    int take(List<TaskDelivery> deliveries) throws InterruptedException;
  }

  private final Supplier<TaskQueue> queues;
  private final Semaphore slots;
  private final int most;
  private final BooleanSupplier resting;
  private final Taker taker;
  private final Thread thread = new Thread(this::work, "task-intake");
  private TaskQueue queue;
  private int held;
  private volatile boolean stopped;

  /**
   * @param queues opens the queue
   * @param slots one permit for each task that may run
   * @param most how many tasks to take at a time
   * @param resting whether no task should be taken although there is a slot
   */
  TaskIntake(
      Supplier<TaskQueue> queues, Semaphore slots, int most, BooleanSupplier resting, Taker taker) {
    this.queues = queues;
    this.slots = slots;
    this.most = most;
    this.resting = resting;
    this.taker = taker;
  }

  /** Opens the queue before {@link #start}, so that the caller hears of a failure. */
  void open() {
    queue = queues.get();
  }

  /** Begins. */
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes no more tasks. What was handed over and not accepted goes back. */
  void stop() {
    stopped = true;
  }

  /**
   * Waits for the end after {@link #stop}.
   *
   * @param limit after which it is interrupted
   */
  void awaitEnd(Duration limit) throws InterruptedException {
    thread.join(limit.toMillis());
    thread.interrupt();
  }

  private void work() {
    try {
      while (!stopped) {
        try {
          step();
        } catch (ReelwayException e) {
          LOG.warn("The work queue is away, trying again: {}", e.getMessage());
          reopen();
        } catch (RuntimeException e) {
          LOG.error("The work queue broke, opening another.", e);
          reopen();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("No longer taking tasks.");
    } finally {
      closeQueue();
    }
  }

  private void step() throws InterruptedException {
    if (resting.getAsBoolean()) {
      leave();
      return;
    }
    if (queue == null) {
      queue = queues.get();
    }
    if (!hold()) {
      queue.rest();
      return;
    }
    List<TaskDelivery> deliveries = queue.poll(WAIT, held);
    if (!stopped && !deliveries.isEmpty()) {
      held -= deliveries.size(); // the taker's now
      accept(deliveries.subList(0, taker.take(deliveries)));
    }
  }

  /** Gets hold of as many free slots as it may, if there is any. */
  private boolean hold() throws InterruptedException {
    if (held == 0 && slots.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      held = 1;
    }
    while (held > 0 && held < most && slots.tryAcquire()) {
      held++;
    }
    return held > 0;
  }

  private void accept(List<TaskDelivery> deliveries) {
    try {
      queue.accept(deliveries);
    } catch (RuntimeException e) {
      LOG.warn(
          "{} were not taken off the queue and may come again: {}",
          deliveries.stream().map(delivery -> delivery.task().id()).toList(),
          e.getMessage());
    }
  }

  // An open queue may have the next task in its hands already, and would keep it from others.
  private void leave() throws InterruptedException {
    closeQueue();
    Thread.sleep(WAIT.toMillis());
  }

  private void reopen() throws InterruptedException {
    closeQueue();
    Thread.sleep(PAUSE_MILLIS);
  }

  private void closeQueue() {
    try {
      if (queue != null) {
        queue.close();
      }
    } catch (RuntimeException e) {
      LOG.debug("The queue did not close well.", e);
    } finally {
      queue = null;
      slots.release(held);
      held = 0;
    }
  }
}
