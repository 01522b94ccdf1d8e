package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.http.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what happened to a title. */
@Command(
    name = "logs",
    description = "Show what happened to a title: stages, failures, tasks that were given up.",
    mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what happens from now on, until Ctrl-C; JSON is one line each.")
  private boolean follow;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    ApiReply first = session.api().get(ApiClient.path("titles", title, "log"));
    return follow
        ? follow(session, first)
        : session.tell(
            first, reply -> Answers.items(reply, "entries").stream().map(LogText::line).toList());
  }

  private int follow(Session session, ApiReply first) throws InterruptedException {
    Set<JsonNode> told = new HashSet<>();
    ApiReply reply = first;
    while (true) {
      List<JsonNode> fresh = Answers.items(reply, "entries").stream().filter(told::add).toList();
      for (JsonNode entry : fresh) {
        session.out().println(session.json() ? entry.toString() : LogText.line(entry));
      }
      session.out().flush();
      Thread.sleep(Follower.PACE.toMillis());
      reply = again(session, reply);
    }
  }

  // Whoever follows wants to go on after the server was started anew.
  private ApiReply again(Session session, ApiReply last) throws InterruptedException {
    try {
      return session.api().get(ApiClient.path("titles", title, "log"));
    } catch (ProblemException e) {
      if (e.problem().isPassing()) {
        return last;
      }
      throw e;
    }
  }
}
