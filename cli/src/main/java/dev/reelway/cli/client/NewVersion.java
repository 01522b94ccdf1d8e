package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.cli.client.title.TitleView;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Has a server make a new version of a title, and follows it if that is wanted. */
final class NewVersion {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-w", "--wait"},
      description = "Follow the new version until it is public or has failed.")
  private boolean wait;

  /**
   * Asks for it.
   *
   * @param fields what is to change, as for {@code POST /titles/{id}/versions}
   */
  int make(Session session, String title, Map<String, Object> fields) throws InterruptedException {
    int before = wait ? version(session, session.api().get(ApiClient.path("titles", title))) : 0;
    ApiReply reply = session.api().post(ApiClient.path("titles", title, "versions"), fields);
    if (wait) {
      return new Follower(session, Follower.PACE)
          .introduce(title)
          .followToEnd(title, status -> status.version() > before, spec.commandLine().getErr());
    }
    String id = Printable.text(title);
    return session.tell(
        reply,
        "A new version of title %s was accepted; follow it with: reelway status --watch %s"
            .formatted(id, id));
  }

  private static int version(Session session, ApiReply reply) {
    return TitleView.of(reply, session.api().server().uri()).status().version();
  }
}
