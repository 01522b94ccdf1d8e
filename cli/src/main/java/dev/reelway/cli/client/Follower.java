package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.cli.client.title.Outcome;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.cli.client.title.TitleDisplay;
import dev.reelway.cli.client.title.TitleView;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.command.FailureText;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.TitleFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Looks at a title again and again until it has an outcome. A server that does not answer for a
 * while, say because it is started anew, is waited for.
 */
final class Follower {

  /** How often a command looks. */
  static final Duration PACE = Duration.ofSeconds(1);

  // At the usual pace, five minutes.
  private static final int MOST_FAILURES = 300;

  private final Session session;
  private final Duration pace;
  private int failures;

  Follower(Session session, Duration pace) {
    this.session = session;
    this.pace = pace;
  }

  /**
   * Follows it, shown on the way.
   *
   * @param counts tells the status of the wanted version from an older one
   */
  ApiReply follow(String titleId, Predicate<TitleStatus> counts) throws InterruptedException {
    try (TitleDisplay display =
        new TitleDisplay(
            session.json() ? new PrintWriter(PrintWriter.nullWriter()) : session.out(),
            Boolean.getBoolean("reelway.terminal"))) {
      while (true) {
        ApiReply reply = look(titleId);
        TitleStatus status = view(reply).status();
        if (counts.test(status)) {
          display.show(status);
          if (Outcome.isReached(status)) {
            return reply;
          }
        }
        Thread.sleep(pace.toMillis());
      }
    }
  }

  /** Says what is being followed. */
  Follower introduce(String titleId) {
    if (!session.json()) {
      session
          .out()
          .println(
              "Title    " + Printable.text(titleId) + "; Ctrl-C ends this view, not the title");
      session.out().flush();
    }
    return this;
  }

  /** The first status of a title that was just accepted. */
  ApiReply await(String titleId) throws InterruptedException {
    return look(titleId);
  }

  // A title that was just accepted is not in the list before its first message went round.
  private ApiReply look(String titleId) throws InterruptedException {
    while (true) {
      try {
        ApiReply reply = session.api().get(ApiClient.path("titles", titleId));
        failures = 0;
        return reply;
      } catch (ProblemException e) {
        failures++;
        boolean mayPass = e.problem().isPassing() || e.problem().isNotFound();
        if (!mayPass || failures > MOST_FAILURES) {
          throw e;
        }
        Thread.sleep(pace.toMillis());
      }
    }
  }

  /** Follows it and prints how it ended, on {@code err} if badly; returns the exit status. */
  int followToEnd(String titleId, Predicate<TitleStatus> counts, PrintWriter err)
      throws InterruptedException {
    ApiReply end = follow(titleId, counts);
    TitleView view = view(end);
    session.tell(end, reply -> view.addresses());
    int exitCode = Outcome.exitCode(view.status());
    if (exitCode != ExitCodes.DONE) {
      TitleFailure failure = Outcome.failure(view.status());
      FailureText.tell(
          Printable.text(failure.message()), failure.kind().code(), failure.kind().advice(), err);
    }
    return exitCode;
  }

  private TitleView view(ApiReply reply) {
    return TitleView.of(reply, session.api().server().uri());
  }
}
