package dev.reelway.platform.work;

import java.time.Duration;
import java.util.Optional;

/**
 * Hands tasks to an executor, one at a time, each to one executor as long as that lives. Delivery
 * is at least once. Not for several threads.
 */
public interface TaskQueue extends AutoCloseable {

  /**
   * Takes the next task; only to be called when it can be started at once, and when the one before
   * was accepted.
   *
   * @param wait how long to wait for one
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE} when the
   *     queue is of no use any more: close it and open another
   */
  Optional<TaskDelivery> poll(Duration wait);

  /** Keeps the executor's place in the queue while it is busy. To be called every few seconds. */
  void rest();

  /** Gives back what was not accepted. */
  @Override
  void close();
}
