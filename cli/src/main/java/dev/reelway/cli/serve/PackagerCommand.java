package dev.reelway.cli.serve;

import dev.reelway.packager.PackagerRole;
import dev.reelway.platform.role.ExecutorConfig;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.work.TaskExecutor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a packager. */
@Command(
    name = "packager",
    description = "Run a packager: it makes segments of encoded chunks until it is stopped.",
    mixinStandardHelpOptions = true)
public final class PackagerCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws InterruptedException {
    RoleRuntime runtime = config.runtime("packager");
    TaskExecutor executor =
        PackagerRole.start(runtime, config.load("packager", ExecutorConfig.class));
    return RunningRole.run(runtime, executor);
  }
}
