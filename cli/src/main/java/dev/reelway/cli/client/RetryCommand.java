package dev.reelway.cli.client;

import picocli.CommandLine.Command;

/** Tries a title again. */
@Command(
    name = "retry",
    description = "Try again what failed or is held; finished work is kept.",
    mixinStandardHelpOptions = true)
public final class RetryCommand extends TitleAction {

  /** As the command line makes it. */
  public RetryCommand() {
    super("retry", "Title %s is tried again.");
  }
}
