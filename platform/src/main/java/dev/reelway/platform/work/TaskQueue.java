package dev.reelway.platform.work;

import java.time.Duration;
import java.util.List;

/**
 * Hands tasks to an executor, each to one executor as long as that lives. Delivery is at least
 * once. Not for several threads.
 */
public interface TaskQueue extends AutoCloseable {

  /**
   * Takes tasks; only to be called when all of them can be started at once, and when those before
   * were accepted. A queue that was asked and had none may have one in its hands soon after: what
   * could start it must be kept free until the queue is asked again or closed.
   *
   * @param wait how long to wait for the first
   * @param most how many to take, at least 1
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE} when the
   *     queue is of no use any more: close it and open another
   */
  List<TaskDelivery> poll(Duration wait, int most);

  /**
   * Takes tasks off the queue: from now on whoever claimed them answers for them.
   *
   * @param deliveries the first ones of what was polled last, in that order
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE} if the
   *     queue did not confirm; then tasks may come again, which their claims make harmless
   */
  void accept(List<TaskDelivery> deliveries);

  /** Keeps the executor's place in the queue while it is busy. To be called every few seconds. */
  void rest();

  /** Gives back what was not accepted. */
  @Override
  void close();
}
