package dev.reelway.cli.serve;

import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.work.TaskExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A role that does nothing but take tasks, from its start to the signal that ends it. */
final class RunningRole {

  private static final Logger LOG = LoggerFactory.getLogger(RunningRole.class);

  private RunningRole() {}

  static int run(RoleRuntime runtime, TaskExecutor executor) throws InterruptedException {
    LOG.info(
        "{} takes tasks of {}, {} at a time.",
        executor.settings().workerId(),
        executor.settings().pool(),
        executor.settings().slots());
    return new UntilStopped()
        .run(
            () -> {
              executor.drain();
              runtime.close();
            });
  }
}
