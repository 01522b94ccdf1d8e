package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a new version of a title from the same master. */
@Command(
    name = "reencode",
    description = "Make a new version of a title with another profile or ladder.",
    mixinStandardHelpOptions = true,
    footer = {"", "Chunks of rungs that did not change are found, not encoded again."})
public final class ReencodeCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @ArgGroup(multiplicity = "1")
  private LadderOptions ladder;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    Map<String, Object> version = new LinkedHashMap<>();
    ladder.addTo(version);
    ApiReply reply = session.api().post(ApiClient.path("titles", title, "versions"), version);
    return session.tell(
        reply,
        "A new version of title "
            + Printable.text(title)
            + " was accepted; follow it with: reelway status --watch "
            + Printable.text(title));
  }
}
