package dev.reelway.cli;

import dev.reelway.cli.client.CancelCommand;
import dev.reelway.cli.client.DeleteCommand;
import dev.reelway.cli.client.DlqCommand;
import dev.reelway.cli.client.KeysCommand;
import dev.reelway.cli.client.ListCommand;
import dev.reelway.cli.client.LogsCommand;
import dev.reelway.cli.client.ProfilesCommand;
import dev.reelway.cli.client.PublishCommand;
import dev.reelway.cli.client.QueueCommand;
import dev.reelway.cli.client.RecoverCommand;
import dev.reelway.cli.client.ReencodeCommand;
import dev.reelway.cli.client.RetryCommand;
import dev.reelway.cli.client.RollbackCommand;
import dev.reelway.cli.client.StartCommand;
import dev.reelway.cli.client.StatusCommand;
import dev.reelway.cli.client.SubmitCommand;
import dev.reelway.cli.client.SweepCommand;
import dev.reelway.cli.client.UnpublishCommand;
import dev.reelway.cli.client.VersionsCommand;
import dev.reelway.cli.client.WebhooksCommand;
import dev.reelway.cli.client.http.Problem;
import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.cli.command.FailureText;
import dev.reelway.cli.encode.EncodeCommand;
import dev.reelway.cli.inspect.InspectCommand;
import dev.reelway.cli.plan.PlanCommand;
import dev.reelway.cli.play.PlayCommand;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** The program {@code reelway}: hands its arguments to the sub-command they name. */
@Command(
    name = "reelway",
    description = "Turns masters into adaptive-bitrate titles.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      EncodeCommand.class,
      InspectCommand.class,
      PlanCommand.class,
      PlayCommand.class,
      SubmitCommand.class,
      StatusCommand.class,
      ListCommand.class,
      CancelCommand.class,
      RetryCommand.class,
      StartCommand.class,
      PublishCommand.class,
      UnpublishCommand.class,
      RollbackCommand.class,
      VersionsCommand.class,
      ReencodeCommand.class,
      DeleteCommand.class,
      LogsCommand.class,
      QueueCommand.class,
      DlqCommand.class,
      KeysCommand.class,
      WebhooksCommand.class,
      ProfilesCommand.class,
      SweepCommand.class,
      RecoverCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    })
public final class ReelwayMain {

  private ReelwayMain() {}

  /** Runs and ends the process with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    CommandLine command = new CommandLine(new ReelwayMain());
    command.setExecutionExceptionHandler(ReelwayMain::explain);
    return command.execute(arguments);
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
