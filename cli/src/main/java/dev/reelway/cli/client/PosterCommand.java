package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Chooses the picture that stands for a title. */
@Command(
    name = "poster",
    description = "Choose the picture that stands for a title, also for versions to come.",
    mixinStandardHelpOptions = true)
public final class PosterCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  private static final class Choice {
    @Option(names = "--file", paramLabel = "JPEG", description = "This picture.")
    private Path file;

    @Option(names = "--by-rule", description = "The one that the rule found.")
    private boolean byRule;
  }

  @Override
  public Integer call() throws InterruptedException {
    String path = ApiClient.path("titles", title, "poster");
    Session session = server.open();
    ApiReply reply =
        choice.byRule
            ? session.api().delete(path)
            : session.api().put(path, "image/jpeg", read(choice.file));
    return session.tell(reply, "Title " + Printable.text(title) + " has another poster.");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID, "'" + file + "' cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
