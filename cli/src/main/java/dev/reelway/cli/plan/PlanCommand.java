package dev.reelway.cli.plan;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.command.LadderFile;
import dev.reelway.cli.command.MediaEngines;
import dev.reelway.cli.command.SourceChoice;
import dev.reelway.cli.command.StorageOptions;
import dev.reelway.cli.master.MasterFile;
import dev.reelway.cli.text.InspectionText;
import dev.reelway.cli.text.PlanText;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.media.MediaEngine;
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

/** Shows everything that is decided before CPU is spent; encodes nothing. */
@Command(
    name = "plan",
    description = "Show the plan for a master: ladder, chunks, sound, cost. Nothing is encoded.",
    mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LadderFile ladder;

  @Mixin private StorageOptions storage;

  @Parameters(paramLabel = "MASTER", description = "The media file, or s3://BUCKET/KEY.")
  private String master;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Mixin private SourceChoice sources;

  @Override
  public Integer call() throws InterruptedException {
    Profile profile = ladder.read();
    MediaEngine engine = MediaEngines.local();
    SourceOptions options = sources.read();
    try (MasterFile file = MasterFile.open(master, options, storage::read)) {
      EncodePlan plan =
          Planner.plan(
              file.inspect(engine, options), profile, engine.build(), options.tolerateDamage());
      print(plan, spec.commandLine().getOut());
      return ExitCodes.DONE;
    }
  }

  private void print(EncodePlan plan, PrintWriter out) {
    if (json) {
      out.println(new String(Json.writePretty(plan), StandardCharsets.UTF_8));
    } else {
      InspectionText.lines(plan.inspection()).forEach(out::println);
      PlanText.lines(plan).forEach(out::println);
    }
    out.flush();
  }
}
