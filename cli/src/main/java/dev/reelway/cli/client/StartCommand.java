package dev.reelway.cli.client;

import picocli.CommandLine.Command;

/** Starts a title. */
@Command(
    name = "start",
    description = "Start a planned title that waits for it.",
    mixinStandardHelpOptions = true)
public final class StartCommand extends TitleAction {

  /** As the command line makes it. */
  public StartCommand() {
    super("start", "Title %s starts.");
  }
}
