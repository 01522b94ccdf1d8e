package dev.reelway.cli.inspect;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.command.MediaEngines;
import dev.reelway.cli.command.SourceChoice;
import dev.reelway.cli.command.StorageOptions;
import dev.reelway.cli.master.MasterFile;
import dev.reelway.cli.text.InspectionText;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.platform.json.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a master really holds. */
@Command(
    name = "inspect",
    description = "Show what a master is, what will be done to it, and what may disappoint.",
    mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StorageOptions storage;

  @Parameters(paramLabel = "MASTER", description = "The media file, or s3://BUCKET/KEY.")
  private String master;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Mixin private SourceChoice sources;

  @Override
  public Integer call() throws InterruptedException {
    SourceOptions options = sources.read();
    try (MasterFile file = MasterFile.open(master, options, storage::read)) {
      Inspection inspection = file.inspect(MediaEngines.local(), options);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(new String(Json.writePretty(inspection), StandardCharsets.UTF_8));
      } else {
        InspectionText.lines(inspection).forEach(out::println);
      }
      out.flush();
      return ExitCodes.DONE;
    }
  }
}
