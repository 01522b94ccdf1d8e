package dev.reelway.cli;

import dev.reelway.cli.client.AddCommand;
import dev.reelway.cli.client.CancelCommand;
import dev.reelway.cli.client.DeleteCommand;
import dev.reelway.cli.client.DlqCommand;
import dev.reelway.cli.client.KeysCommand;
import dev.reelway.cli.client.ListCommand;
import dev.reelway.cli.client.LogsCommand;
import dev.reelway.cli.client.PosterCommand;
import dev.reelway.cli.client.ProfilesCommand;
import dev.reelway.cli.client.PublishCommand;
import dev.reelway.cli.client.QueueCommand;
import dev.reelway.cli.client.RecoverCommand;
import dev.reelway.cli.client.ReencodeCommand;
import dev.reelway.cli.client.ReportCommand;
import dev.reelway.cli.client.RetryCommand;
import dev.reelway.cli.client.RollbackCommand;
import dev.reelway.cli.client.StartCommand;
import dev.reelway.cli.client.StatusCommand;
import dev.reelway.cli.client.SubmitCommand;
import dev.reelway.cli.client.SweepCommand;
import dev.reelway.cli.client.UnpublishCommand;
import dev.reelway.cli.client.VersionsCommand;
import dev.reelway.cli.client.WebhooksCommand;
import dev.reelway.cli.encode.EncodeCommand;
import dev.reelway.cli.inspect.InspectCommand;
import dev.reelway.cli.plan.PlanCommand;
import dev.reelway.cli.play.PlayCommand;
import dev.reelway.cli.serve.IngestCommand;
import dev.reelway.cli.serve.ManifestWriterCommand;
import dev.reelway.cli.serve.PackagerCommand;
import dev.reelway.cli.serve.UpCommand;
import dev.reelway.cli.serve.WorkerCommand;
import dev.reelway.cli.verify.VerifyCommand;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;

/**
 * The sub-commands of the program. Reading the annotations of all of them takes longer than most of
 * them run, so a program that was told which one to run knows only that.
 */
final class SubCommands {

  /** Names in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "encode",
          "inspect",
          "plan",
          "play",
          "verify",
          "up",
          "ingest",
          "worker",
          "packager",
          "manifest-writer",
          "submit",
          "status",
          "list",
          "cancel",
          "retry",
          "start",
          "publish",
          "unpublish",
          "rollback",
          "versions",
          "report",
          "poster",
          "reencode",
          "add",
          "delete",
          "logs",
          "queue",
          "dlq",
          "keys",
          "webhooks",
          "profiles",
          "sweep",
          "recover",
          "generate-completion",
          "help");

  private SubCommands() {}

  /** Adds the one that {@code arguments} name; all of them if they name none. */
  static void add(CommandLine program, IFactory factory, String... arguments) {
    boolean isNamed = arguments.length > 0 && NAMES.contains(arguments[0]);
    boolean isAboutOthers = isNamed && isAboutOthers(arguments[0]);
    List<String> names = isNamed && !isAboutOthers ? List.of(arguments[0]) : NAMES;
    for (String name : names) {
      program.addSubcommand(name, new CommandLine(type(name), factory));
    }
  }

  private static boolean isAboutOthers(String name) {
    return name.equals("help") || name.equals("generate-completion");
  }

  // A class is loaded only when its line is reached.
  private static Class<?> type(String name) {
    return switch (name) {
      case "encode" -> EncodeCommand.class;
      case "inspect" -> InspectCommand.class;
      case "plan" -> PlanCommand.class;
      case "play" -> PlayCommand.class;
      case "verify" -> VerifyCommand.class;
      case "up" -> UpCommand.class;
      case "ingest" -> IngestCommand.class;
      case "worker" -> WorkerCommand.class;
      case "packager" -> PackagerCommand.class;
      case "manifest-writer" -> ManifestWriterCommand.class;
      case "submit" -> SubmitCommand.class;
      case "status" -> StatusCommand.class;
      case "list" -> ListCommand.class;
      case "cancel" -> CancelCommand.class;
      case "retry" -> RetryCommand.class;
      case "start" -> StartCommand.class;
      case "publish" -> PublishCommand.class;
      case "unpublish" -> UnpublishCommand.class;
      case "rollback" -> RollbackCommand.class;
      case "versions" -> VersionsCommand.class;
      case "report" -> ReportCommand.class;
      case "poster" -> PosterCommand.class;
      case "reencode" -> ReencodeCommand.class;
      case "add" -> AddCommand.class;
      case "delete" -> DeleteCommand.class;
      case "logs" -> LogsCommand.class;
      case "queue" -> QueueCommand.class;
      case "dlq" -> DlqCommand.class;
      case "keys" -> KeysCommand.class;
      case "webhooks" -> WebhooksCommand.class;
      case "profiles" -> ProfilesCommand.class;
      case "sweep" -> SweepCommand.class;
      case "recover" -> RecoverCommand.class;
      case "generate-completion" -> GenerateCompletion.class;
      case "help" -> HelpCommand.class;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
