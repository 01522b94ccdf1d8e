package dev.reelway.cli.client;

import dev.reelway.cli.client.title.Printable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes a title. */
@Command(
    name = "publish",
    description = "Make a finished title public that waits for it.",
    mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Mixin private DateOptions date;

  @Option(
      names = "--force",
      description = "Publish a title that is held because its package breaks a rule (operators).")
  private boolean force;

  @Override
  public Integer call() throws InterruptedException {
    String name = "Title " + Printable.text(title);
    DateOptions.Words words =
        new DateOptions.Words(
            name + " is being published.",
            name + " will be published",
            name + " waits for somebody to publish it.");
    Map<String, Object> form = force ? Map.of("force", true) : Map.of();
    return date.send(server.open(), title, "publish", form, words);
  }
}
