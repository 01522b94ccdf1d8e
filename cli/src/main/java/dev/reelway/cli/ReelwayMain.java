package dev.reelway.cli;

import dev.reelway.cli.client.http.Problem;
import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.cli.command.FailureText;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParseResult;

/** The program {@code reelway}: hands its arguments to the sub-command they name. */
@Command(
    name = "reelway",
    description = "Turns masters into adaptive-bitrate titles.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class ReelwayMain {

  private ReelwayMain() {}

  /** Runs and ends the process with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    return commandLine(CommandLine.defaultFactory(), arguments).execute(arguments);
  }

  /** The program as it runs with {@code arguments}; {@code factory} makes its commands. */
  public static CommandLine commandLine(IFactory factory, String... arguments) {
    CommandLine program = new CommandLine(new ReelwayMain(), factory);
    SubCommands.add(program, factory, arguments);
    program.setExecutionExceptionHandler(ReelwayMain::explain);
    return program;
  }

  // A failure is one sentence, its code and what to do. Only a bug has a stack trace to show, and
  // only to who asks for it.
  private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof ProblemException refused) {
      Problem problem = refused.problem();
      FailureText.tell(problem.detail(), problem.code(), problem.advice(), command.getErr());
      return problem.exitCode();
    }
    ReelwayException known =
        failure instanceof ReelwayException expected
            ? expected
            : new ReelwayException(
                FailureKind.INVARIANT_BROKEN, "Unexpected: " + failure + ".", failure);
    if (known.kind() == FailureKind.INVARIANT_BROKEN && System.getenv("REELWAY_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    return FailureText.tell(known, command.getErr());
  }
}
