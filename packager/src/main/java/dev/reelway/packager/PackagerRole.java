package dev.reelway.packager;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.platform.role.ExecutorConfig;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.work.TaskExecutor;

/** The packager: wires {@link PackageTasks} to its queue. */
public final class PackagerRole {

  private PackagerRole() {}

  /** Starts to take packaging tasks. */
  public static TaskExecutor start(RoleRuntime runtime, ExecutorConfig config) {
    return runtime.execute(
        config.settings(Pool.PACKAGE, ""), new PackageTasks(runtime.documents()));
  }
}
