package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Task;
import java.util.Optional;

/** A task that a queue handed over. Until it is accepted it comes again if its taker vanishes. */
public interface TaskDelivery {

  /** What to do. */
  Task task();

  /** The trace that it belongs to. */
  Optional<String> traceparent();

  /**
   * Takes the task off the queue: from now on whoever claimed it answers for it.
   *
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE} if the
   *     queue did not confirm; then the task may come again, which its claim makes harmless
   */
  void accept();
}
