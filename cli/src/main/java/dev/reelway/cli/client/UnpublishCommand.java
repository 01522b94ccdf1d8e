package dev.reelway.cli.client;

import dev.reelway.cli.client.title.Printable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a title off. */
@Command(
    name = "unpublish",
    description = "Take a title off; its versions stay.",
    mixinStandardHelpOptions = true)
public final class UnpublishCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Mixin private DateOptions date;

  @Override
  public Integer call() throws InterruptedException {
    String name = "Title " + Printable.text(title);
    DateOptions.Words words =
        new DateOptions.Words(
            name + " is being taken off.",
            name + " will be taken off",
            name + " stays until somebody takes it off.");
    return date.send(server.open(), title, "unpublish", Map.of(), words);
  }
}
