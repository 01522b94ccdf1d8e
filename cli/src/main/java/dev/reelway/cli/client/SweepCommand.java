package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.cli.text.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cleans the object store. */
@Command(
    name = "sweep",
    description = "Remove objects from storage that nothing refers to.",
    mixinStandardHelpOptions = true)
public final class SweepCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Option(names = "--dry-run", description = "Only tell what would be removed.")
  private boolean dryRun;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().post("maintenance/sweep", Map.of("dryRun", dryRun)), SweepCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    JsonNode swept = reply.tree();
    List<String> lines = new ArrayList<>();
    lines.add(
        (swept.path("dryRun").asBoolean() ? "Would remove " : "Removed ")
            + swept.path("objects").asInt()
            + " objects, "
            + Sizes.bytes(swept.path("bytes").asLong()));
    swept.path("examples").forEach(key -> lines.add("  " + Printable.text(key.asText())));
    return lines;
  }
}
