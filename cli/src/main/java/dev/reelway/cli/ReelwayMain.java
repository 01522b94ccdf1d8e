package dev.reelway.cli;

import dev.reelway.cli.play.PlayCommand;
import dev.reelway.contracts.failure.ReelwayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program {@code reelway}: hands its arguments to the sub-command they name. */
@Command(
    name = "reelway",
    description = "Turns masters into adaptive-bitrate titles.",
    mixinStandardHelpOptions = true,
    subcommands = PlayCommand.class)
public final class ReelwayMain {

  private ReelwayMain() {}

  /** Runs and ends the process with the command's exit code. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new ReelwayMain());
    command.setExecutionExceptionHandler(ReelwayMain::explain);
    System.exit(command.execute(arguments));
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof ReelwayException known)) {
      throw failure;
    }
    command.getErr().println(known.getMessage());
    command.getErr().println(known.kind().advice() + " [" + known.kind().code() + "]");
    return CommandLine.ExitCode.SOFTWARE;
  }
}
