package dev.reelway.cli.client;

import picocli.CommandLine.Command;

/** Stops a title. */
@Command(
    name = "cancel",
    description = "Stop making a title; what is public stays.",
    mixinStandardHelpOptions = true)
public final class CancelCommand extends TitleAction {

  /** As the command line makes it. */
  public CancelCommand() {
    super("cancel", "Title %s is being cancelled.");
  }
}
