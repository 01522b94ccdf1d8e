package dev.reelway.transcode;

import dev.reelway.media.MediaEngine;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.work.TaskExecutor;
import java.util.function.IntFunction;

/** The transcode worker: wires {@link EncodeTasks} to its queues. */
public final class WorkerRole {

  private WorkerRole() {}

  /**
   * Starts to take encode tasks.
   *
   * @param engines the engine for a memory class: 0 for the usual one, higher for more memory
   */
  public static TaskExecutor start(
      RoleRuntime runtime, WorkerConfig config, IntFunction<MediaEngine> engines) {
    EncodeTasks tasks =
        new EncodeTasks(
            runtime.documents(),
            runtime.masters()::files,
            engines,
            config.scratch(),
            config.score(),
            runtime.metrics()::encoded);
    return runtime.execute(config.settings(engines.apply(0).build()), tasks);
  }
}
