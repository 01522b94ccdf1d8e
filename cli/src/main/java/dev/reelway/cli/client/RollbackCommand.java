package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an earlier version public again. */
@Command(
    name = "rollback",
    description = "Make an earlier version of a title public again.",
    mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "The version, as 'reelway versions' shows (default: the one before).")
  private Integer version;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    Map<String, Object> body = version == null ? Map.of() : Map.of("version", version);
    ApiReply reply = session.api().post(ApiClient.path("titles", title, "rollback"), body);
    String target = version == null ? "the version before" : "version " + version;
    return session.tell(reply, "Title " + Printable.text(title) + " goes back to " + target + ".");
  }
}
