package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.client.title.TitleText;
import dev.reelway.cli.client.title.TitleView;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where a title stands. */
@Command(
    name = "status",
    description = "Show where a title stands: stages, progress, warnings, failure, addresses.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Option(
      names = {"-w", "--watch"},
      description = "Follow it to its end; the exit status is that of 'submit --wait'.")
  private boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    ApiReply reply = session.api().get(ApiClient.path("titles", title));
    if (watch) {
      return new Follower(session, Follower.PACE)
          .followToEnd(title, status -> true, spec.commandLine().getErr());
    }
    return session.tell(
        reply,
        r ->
            TitleText.lines(
                TitleView.of(r, session.api().server().uri()), LocalTimes.here(), Instant.now()));
  }
}
