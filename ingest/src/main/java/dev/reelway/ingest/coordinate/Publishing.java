package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.ingest.coordinate.TitleCommand.Publish;
import java.time.Duration;

/**
 * The last step. Nobody can say whether a publication that fell silent has happened, so a cancel
 * waits for the outcome, and finished work is held rather than thrown away when it keeps failing.
 */
final class Publishing {

  private Publishing() {}

  /** All segments lie there: publishes, unless a person or a date shall. */
  static Decision complete(TitleState state) {
    return state.submission().awaitPublish()
        ? Endings.report(state.withPhase(Phase.AWAITING_PUBLISH))
        : begin(state);
  }

  static Decision begin(TitleState state) {
    TitleState publishing = state.entering(Phase.PUBLISHING);
    return Endings.report(publishing, command(publishing, Duration.ZERO));
  }

  private static Publish command(TitleState state, Duration delay) {
    Submission submission = state.submission();
    return new Publish(submission.version(), state.stageAttempt(), delay, submission.force());
  }

  /** What is public is public, whichever attempt did it and whatever was wished meanwhile. */
  static Decision published(TitleState state, int version, Publication publication) {
    boolean possible =
        state.phase() == Phase.PUBLISHING
            || state.phase() == Phase.HELD
            || state.phase() == Phase.CANCELLED;
    return possible && version == state.submission().version()
        ? Endings.report(state.withPublished(publication))
        : Decision.nothing(state);
  }

  static Decision failed(TitleState state, int attempt, TitleFailure failure) {
    if (!publishes(state, attempt)) {
      return Decision.nothing(state);
    }
    if (state.cancelRequested()) {
      return Endings.cancel(state);
    }
    if (Endings.isFinal(state, attempt, failure)) {
      return hold(state, failure);
    }
    int next = attempt + 1;
    TitleState again = state.withStageAttempt(next);
    return Decision.of(again, command(again, Backoff.before(next)));
  }

  private static Decision hold(TitleState state, TitleFailure failure) {
    return Endings.report(state.withFailure(failure).withPhase(Phase.HELD));
  }

  private static boolean publishes(TitleState state, int attempt) {
    return state.phase() == Phase.PUBLISHING && state.stageAttempt() == attempt;
  }
}
