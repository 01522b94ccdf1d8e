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

/** Publishes a title. */
@Command(
    name = "publish",
    description = "Make a finished title public that waits for it.",
    mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "Publish at this date instead of now, such as 2027-01-31T20:15:00Z.")
  private String at;

  @Option(
      names = "--force",
      description = "Publish a title that is held because its package breaks a rule (operators).")
  private boolean force;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    ApiReply reply = session.api().post(ApiClient.path("titles", title, "publish"), form());
    String sentence =
        at == null ? "Title %s is being published." : "Title %s will be published at " + at + ".";
    return session.tell(reply, sentence.formatted(Printable.text(title)));
  }

  private Map<String, Object> form() {
    if (at != null) {
      return force ? Map.of("at", at, "force", true) : Map.of("at", at);
    }
    return force ? Map.of("force", true) : Map.of();
  }
}
