package dev.reelway.platform.work;

import dev.reelway.contracts.failure.ReelwayException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes tasks from a queue while there is a free slot; a queue that broke is opened anew. */
final class TaskIntake {

  private static final Logger LOG = LoggerFactory.getLogger(TaskIntake.class);
  private static final Duration WAIT = Duration.ofMillis(300);
  private static final long PAUSE_MILLIS = 500;

  /** Gets each task, together with a slot that it must release. */
  interface Taker {
    void take(TaskDelivery delivery) throws InterruptedException;
  }

  private final Supplier<TaskQueue> queues;
  private final Semaphore slots;
  private final BooleanSupplier resting;
  private final Taker taker;
  private final Thread thread = new Thread(this::work, "task-intake");
  private TaskQueue queue;
  private volatile boolean stopped;

  /**
   * @param queues opens the queue
   * @param slots one permit for each task that may run
   * @param resting whether no task should be taken although there is a slot
   */
  TaskIntake(Supplier<TaskQueue> queues, Semaphore slots, BooleanSupplier resting, Taker taker) {
    this.queues = queues;
    this.slots = slots;
    this.resting = resting;
    this.taker = taker;
  }

  /** Opens the queue, in the caller's thread so that it hears of a failure, and begins. */
  void start() {
    queue = queues.get();
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
    if (!slots.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      queue.rest();
      return;
    }
    Optional<TaskDelivery> delivery = Optional.empty();
    try {
      delivery = queue.poll(WAIT).filter(task -> !stopped);
    } finally {
      if (delivery.isEmpty()) {
        slots.release();
      }
    }
    if (delivery.isPresent()) {
      taker.take(delivery.get());
    }
  }

  // An open queue may have the next task in its hands already, and would keep it from others.
  private void leave() throws InterruptedException {
    closeQueue();
    queue = null;
    Thread.sleep(WAIT.toMillis());
  }

  private void reopen() throws InterruptedException {
    closeQueue();
    queue = null;
    Thread.sleep(PAUSE_MILLIS);
  }

  private void closeQueue() {
    try {
      if (queue != null) {
        queue.close();
      }
    } catch (RuntimeException e) {
      LOG.debug("The queue did not close well.", e);
    }
  }
}
