package dev.reelway.cli.serve;

import dev.reelway.manifest.role.ManifestWriterRole;
import dev.reelway.platform.role.ExecutorConfig;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.work.TaskExecutor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a manifest writer. */
@Command(
    name = "manifest-writer",
    description = "Run a manifest writer: it publishes finished titles until it is stopped.",
    mixinStandardHelpOptions = true)
public final class ManifestWriterCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws InterruptedException {
    RoleRuntime runtime = config.runtime("manifest-writer");
    TaskExecutor executor =
        ManifestWriterRole.start(runtime, config.load("manifestWriter", ExecutorConfig.class));
    return RunningRole.run(runtime, executor);
  }
}
