package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a title for ever. */
@Command(
    name = "delete",
    description = "Remove a title with all its versions, from storage too.",
    mixinStandardHelpOptions = true)
public final class DeleteCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Option(names = "--yes", description = "Really; it cannot be undone.")
  private boolean yes;

  @Override
  public Integer call() throws InterruptedException {
    if (!yes) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "Nothing was deleted; it cannot be undone, so add --yes if you mean it.");
    }
    Session session = server.open();
    return session.tell(
        session.api().delete(ApiClient.path("titles", title)),
        "Title " + Printable.text(title) + " is being removed.");
  }
}
