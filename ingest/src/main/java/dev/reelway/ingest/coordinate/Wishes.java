package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.title.Phase;
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

  /** A failed title keeps its plan and pinned build; its work objects are found, not made again. */
  static Decision retry(TitleState state, int run) {
    if (run != state.run()) {
      return Decision.nothing(state);
    }
    return switch (state.phase()) {
      case FAILED -> run(state.nextRun(state.work().map(work -> Work.of(work.plan()))));
      case HELD -> Publishing.begin(state.nextRun(state.work().map(Work::withoutAttempts)));
      default -> Decision.nothing(state);
    };
  }

  static Decision cancel(TitleState state, int version) {
    if (version != state.submission().version() || state.phase().isOver()) {
      return Decision.nothing(state);
    }
    return state.phase() == Phase.PUBLISHING
        ? Decision.nothing(state.withCancelRequested())
        : Endings.cancel(state);
  }

  /** Begins a run, but not before what an earlier one left is removed. */
  private static Decision run(TitleState state) {
    return state.cleanup().isPending()
        ? Endings.report(state.entering(Phase.SUBMITTED).withCleanup(state.cleanup().waiting(true)))
        : Stages.begin(state);
  }
}
