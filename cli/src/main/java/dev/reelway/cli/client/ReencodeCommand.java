package dev.reelway.cli.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a new version of a title from the same master. */
@Command(
    name = "reencode",
    description = "Make a new version of a title with another profile or ladder.",
    mixinStandardHelpOptions = true,
    footer = {"", "Chunks of rungs that did not change are found, not encoded again."})
public final class ReencodeCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;
  @Mixin private NewVersion version;

  @ArgGroup(multiplicity = "1")
  private LadderOptions ladder;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> fields = new LinkedHashMap<>();
    ladder.addTo(fields);
    return version.make(server.open(), title, fields);
  }
}
