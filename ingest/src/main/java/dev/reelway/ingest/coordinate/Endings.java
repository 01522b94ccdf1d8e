package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.ingest.coordinate.TitleCommand.ReportStatus;
import dev.reelway.ingest.coordinate.TitleCommand.StopTasks;
import java.util.ArrayList;
import java.util.List;

/** How a version ends without becoming public, and how its remains are removed. */
final class Endings {

  private Endings() {}

  /** Whether a failure ends the run instead of leading to another attempt. */
  static boolean isFinal(TitleState state, int attempt, TitleFailure failure) {
    return !failure.kind().retryable() || state.isLast(attempt);
  }

  /** Gives up; a task that was cancelled from outside cancels the version. */
  static Decision fail(TitleState state, TitleFailure failure) {
    return failure.kind() == FailureKind.CANCELLED
        ? cancel(state)
        : giveUp(state.withFailure(failure).withPhase(Phase.FAILED));
  }

  static Decision cancel(TitleState state) {
    return giveUp(state.withPhase(Phase.CANCELLED));
  }

  /** Orders another removal. */
  static Decision discard(TitleState state) {
    Cleanup cleanup = state.cleanup().order();
    return new Decision(state.withCleanup(cleanup), cleanup.commandsSince(state.cleanup()));
  }

  static Decision discarded(TitleState state, int number) {
    if (!state.cleanup().isPending() || number != state.cleanup().ordered()) {
      return Decision.nothing(state);
    }
    Cleanup cleanup = state.cleanup().finish();
    TitleState cleaned =
        state.withCleanup(cleanup.waiting(cleanup.isPending() && cleanup.startWhenDone()));
    if (cleanup.isPending()) {
      return new Decision(cleaned, cleanup.commandsSince(state.cleanup()));
    }
    if (cleanup.startWhenDone()) {
      return Stages.begin(cleaned);
    }
    return state.targetVersion() == 0 ? Decision.nothing(cleaned) : Flips.afterRemoval(cleaned);
  }

  /** The decision to enter a phase: tell people, then {@code commands}. */
  static Decision report(TitleState state, TitleCommand... commands) {
    List<TitleCommand> all = new ArrayList<>();
    all.add(new ReportStatus(state.phase(), state.failure()));
    all.addAll(List.of(commands));
    return new Decision(state, all);
  }

  private static Decision giveUp(TitleState state) {
    Decision removal = discard(state);
    List<TitleCommand> commands = new ArrayList<>();
    commands.add(new ReportStatus(state.phase(), state.failure()));
    commands.add(new StopTasks());
    commands.addAll(removal.commands());
    return new Decision(removal.state(), commands);
  }
}
