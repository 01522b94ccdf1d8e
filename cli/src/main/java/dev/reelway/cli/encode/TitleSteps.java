package dev.reelway.cli.encode;

import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;

/**
 * What an in-process host can be told to do, in the order of the way. Each step keeps its own
 * result and may be called again after a failure. All throw {@link
 * dev.reelway.contracts.failure.ReelwayException}.
 */
interface TitleSteps {

  /** Reads the master. */
  void inspect() throws InterruptedException;

  /** Makes the plan. */
  EncodePlan plan();

  /**
   * Encodes a chunk or a sound track.
   *
   * @param fresh whether earlier work objects of the task are not to be trusted
   */
  void encode(TaskRef task, boolean fresh) throws InterruptedException;

  /** Packages what {@link #encode} made. */
  void packageTask(TaskRef task);

  /** Writes manifests and makes them public. */
  Publication publish();

  /** Removes what was made but is not public; work objects stay for another try. */
  void discardUnpublished();
}
