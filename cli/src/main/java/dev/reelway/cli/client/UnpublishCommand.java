package dev.reelway.cli.client;

import picocli.CommandLine.Command;

/** Takes a title off. */
@Command(
    name = "unpublish",
    description = "Take a title off; its versions stay.",
    mixinStandardHelpOptions = true)
public final class UnpublishCommand extends TitleAction {

  /** As the command line makes it. */
  public UnpublishCommand() {
    super("unpublish", "Title %s is being taken off.");
  }
}
