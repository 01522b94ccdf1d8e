package dev.reelway.cli.serve;

import dev.reelway.cli.command.MediaEngines;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.work.TaskExecutor;
import dev.reelway.transcode.WorkerConfig;
import dev.reelway.transcode.WorkerRole;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a transcode worker. */
@Command(
    name = "worker",
    description = "Run a transcode worker: it takes encode tasks until it is stopped.",
    mixinStandardHelpOptions = true,
    footer = {"", "A TERM signal drains it: running tasks end, or are given back after a while."})
public final class WorkerCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws InterruptedException {
    RoleRuntime runtime = config.runtime("worker");
    TaskExecutor executor =
        WorkerRole.start(runtime, config.load("worker", WorkerConfig.class), MediaEngines::local);
    return RunningRole.run(runtime, executor);
  }
}
