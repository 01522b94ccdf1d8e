package dev.reelway.cli.serve;

import dev.reelway.cli.command.MediaEngines;
import dev.reelway.ingest.IngestConfig;
import dev.reelway.ingest.IngestRole;
import dev.reelway.ingest.accept.key.IssuedKey;
import dev.reelway.platform.role.RoleRuntime;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the ingest role. */
@Command(
    name = "ingest",
    description = "Run the ingest role: the API, the workflow, inspection, watch folders.",
    mixinStandardHelpOptions = true,
    footer = {"", "The first instance of an installation makes an admin key and prints it once."})
public final class IngestCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    RoleRuntime runtime = config.runtime("ingest");
    IngestRole role =
        IngestRole.start(
            runtime,
            config.load("ingest", IngestConfig.class),
            MediaEngines.local(),
            Optional.empty());
    PrintWriter console = spec.commandLine().getOut();
    Optional<IssuedKey> key = role.keys().bootstrapAdmin();
    key.ifPresent(issued -> console.println("Admin key, shown only now: " + issued.token()));
    console.println("The API listens on port " + role.port() + ".");
    console.flush();
    return new UntilStopped()
        .run(
            () -> {
              role.drain();
              runtime.close();
            });
  }
}
