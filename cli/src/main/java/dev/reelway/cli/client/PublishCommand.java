package dev.reelway.cli.client;

import picocli.CommandLine.Command;

/** Publishes a title. */
@Command(
    name = "publish",
    description = "Make a finished title public that waits for it.",
    mixinStandardHelpOptions = true)
public final class PublishCommand extends TitleAction {

  /** As the command line makes it. */
  public PublishCommand() {
    super("publish", "Title %s is being published.");
  }
}
