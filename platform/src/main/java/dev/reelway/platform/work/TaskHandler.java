package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskOutcome;
import java.util.function.LongConsumer;

/**
 * What a role does with a task. The same task may come twice; a handler finds what is already there
 * and says the same again. Called from several threads at once.
 */
@FunctionalInterface
public interface TaskHandler {

  /**
   * Does the task. Interrupting the calling thread stops it within seconds.
   *
   * @param progress is told how much is done, in the step's own unit; cheap to call
   * @throws dev.reelway.contracts.failure.ReelwayException with the kind that decides what happens
   *     next
   */
  TaskOutcome run(Task task, LongConsumer progress) throws InterruptedException;
}
