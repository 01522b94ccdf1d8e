package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.work.TaskRef;

/**
 * Attempts of a task that did not succeed at once.
 *
 * @param task the task
 * @param encode the attempt at encoding that counts now
 * @param packaging the attempt at packaging that counts now
 * @param outOfMemory how often it ran out of memory in this run
 */
public record TaskAttempt(TaskRef task, int encode, int packaging, int outOfMemory) {

  TaskAttempt nextEncode(boolean ranOutOfMemory) {
    return new TaskAttempt(task, encode + 1, packaging, outOfMemory + (ranOutOfMemory ? 1 : 0));
  }

  TaskAttempt nextPackaging() {
    return new TaskAttempt(task, encode, packaging + 1, outOfMemory);
  }
}
