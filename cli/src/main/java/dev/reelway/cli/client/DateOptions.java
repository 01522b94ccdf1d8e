package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** When something happens to a title: now, at a date, or no longer at that date. */
final class DateOptions {

  @ArgGroup private Choice choice = new Choice();

  private static final class Choice {
    @Option(
        names = "--at",
        paramLabel = "DATE",
        description = "At this date instead of now, such as 2027-01-31T20:15:00Z.")
    private String at;

    @Option(names = "--no-date", description = "Drop the date that was set; nothing happens now.")
    private boolean none;
  }

  /** Sends the wish, which {@code verb} names in the API, and says what becomes of it. */
  int send(Session session, String title, String verb, Map<String, Object> form, Words words)
      throws InterruptedException {
    String path = ApiClient.path("titles", title, verb);
    if (choice.none) {
      return session.tell(session.api().delete(path), words.dropped());
    }
    if (choice.at == null) {
      return session.tell(session.api().post(path, form), words.now());
    }
    Map<String, Object> dated = new HashMap<>(form);
    dated.put("at", choice.at);
    ApiReply reply = session.api().post(path, dated);
    return session.tell(reply, words.later() + " at " + choice.at + ".");
  }

  /**
   * What is said.
   *
   * @param now that it happens now
   * @param later that it will happen, without the date
   * @param dropped that it does not happen by itself any more
   */
  record Words(String now, String later, String dropped) {}
}
