package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Phase;
import java.time.Duration;
import java.util.Optional;

/** What people ask for: submit, start, retry, cancel. */
final class Wishes {

  private Wishes() {}

  static Decision submitted(TitleState state, Submission submission) {
    boolean news = submission.version() > state.submission().version();
    return news && state.phase().isOver()
        ? run(state.nextRun(Optional.empty()).withSubmission(submission))
        : Decision.nothing(state);
  }

  static Decision start(TitleState state, int version) {
    if (version != state.submission().version() || !state.submission().awaitStart()) {
      return Decision.nothing(state);
    }
    TitleState started = state.withSubmission(state.submission().startingAtOnce());
    return state.phase() == Phase.AWAITING_START
        ? Stages.encode(started)
        : Decision.nothing(started);
  }

  /** What waits for its start is planned once more from the inspection that is there. */
  static Decision correct(TitleState state, Submission submission) {
    if (state.phase() != Phase.AWAITING_START
        || submission.version() != state.submission().version()) {
      return Decision.nothing(state);
    }
    TitleState again =
        state.withSubmission(submission).nextRun(Optional.empty()).entering(Phase.PLANNING);
    return Endings.report(again, new TitleCommand.MakePlan(again.stageAttempt(), Duration.ZERO));
  }

  /**
   * A failed title keeps its plan and pinned build; its work objects are found, not made again. But
   * tracks that another build finished are gone, and this one cannot make them: it is planned anew.
   */
  static Decision retry(TitleState state, int run) {
    if (run != state.run()) {
      return Decision.nothing(state);
    }
    return switch (state.phase()) {
      case FAILED, CANCELLED ->
          run(
              state.nextRun(
                  state
                      .work()
                      .filter(work -> !work.keepsTracks())
                      .map(work -> Work.of(work.plan()))));
      case HELD -> retryHeld(state);
      default -> Decision.nothing(state);
    };
  }

  /** What the gate refused is packaged again; what could not be published is published. */
  private static Decision retryHeld(TitleState state) {
    boolean refused =
        state.failure().filter(f -> f.kind() == FailureKind.PACKAGE_INVALID).isPresent();
    TitleState again = state.nextRun(state.work().map(Work::withoutAttempts));
    return refused ? Tasks.packageAgain(again) : Publishing.begin(again);
  }

  static Decision cancel(TitleState state, int version) {
    if (version != state.submission().version() || state.phase().isOver()) {
      return Decision.nothing(state);
    }
    return switch (state.phase()) {
      case PUBLISHING -> Decision.nothing(state.withCancelRequested());
      case ROLLING_BACK, UNPUBLISHING -> Decision.nothing(state); // nothing is in the making
      default -> Endings.cancel(state);
    };
  }

  /** {@code force} lets through what the gate holds, and only that. */
  static Decision publish(TitleState state, int version, boolean force) {
    if (version == state.submission().version() && state.phase() == Phase.UNPUBLISHED) {
      return Flips.showAgain(state);
    }
    if (version == state.submission().version() && state.phase() == Phase.HELD && force) {
      return Publishing.begin(
          state
              .nextRun(state.work().map(Work::withoutAttempts))
              .withSubmission(state.submission().forced()));
    }
    if (version != state.submission().version() || !state.submission().awaitPublish()) {
      return Decision.nothing(state);
    }
    TitleState wanted = state.withSubmission(state.submission().publishingAtOnce());
    return state.phase() == Phase.AWAITING_PUBLISH
        ? Publishing.begin(wanted)
        : Decision.nothing(wanted);
  }

  /**
   * Parameter sets depend on the engine build, so what a title whose build has gone still lacks is
   * planned again for one that is there. Finished tracks stay; whoever plans finds them in storage.
   * What of others was packaged is left to the sweep.
   */
  static Decision planAgain(TitleState state, String engineBuild) {
    boolean affected =
        state.phase() == Phase.ENCODING
            && state.work().map(work -> isLeft(work, engineBuild)).orElse(false);
    if (!affected) {
      return Decision.nothing(state);
    }
    TitleState again = state.nextRun(Optional.empty()).entering(Phase.PLANNING);
    return Endings.report(
        again,
        new TitleCommand.StopTasks(),
        new TitleCommand.MakePlan(again.stageAttempt(), Duration.ZERO));
  }

  /** Whether the build has something left to do; packaging needs none. */
  private static boolean isLeft(Work work, String engineBuild) {
    return work.plan().engineBuild().equals(engineBuild) && !work.isAllEncoded();
  }

  /** Begins a run, but not before what an earlier one left is removed. */
  private static Decision run(TitleState state) {
    return state.cleanup().isPending()
        ? Endings.report(state.entering(Phase.SUBMITTED).withCleanup(state.cleanup().waiting(true)))
        : Stages.begin(state);
  }
}
