package dev.reelway.manifest.role;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.platform.role.ExecutorConfig;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.work.TaskExecutor;

/** The manifest writer: wires {@link ManifestTasks} to its queue. */
public final class ManifestWriterRole {

  private ManifestWriterRole() {}

  /** Starts to take tasks that change what is public. */
  public static TaskExecutor start(RoleRuntime runtime, ExecutorConfig config) {
    return runtime.execute(
        config.settings(Pool.PUBLISH, ""),
        new ManifestTasks(runtime.documents(), runtime.storageConfig().bucket()));
  }
}
