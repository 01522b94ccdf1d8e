package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import java.time.Duration;

/** Changes to what is public without making anything: rolling back and taking off. */
final class Flips {

  private Flips() {}

  /** Only a title that is at rest is flipped; one that shows the wanted version already is done. */
  static Decision rollBack(TitleState state, int targetVersion) {
    boolean isPublic =
        state.published().map(p -> p.version() == targetVersion).orElse(false)
            && state.phase() == Phase.PUBLISHED;
    if (isPublic || state.phase() == Phase.NEW || !state.phase().isOver()) {
      return Decision.nothing(state);
    }
    if (isBusy(state)) {
      return Decision.nothing(state.withTargetVersion(targetVersion));
    }
    TitleState rolling =
        state.nextRun(state.work()).entering(Phase.ROLLING_BACK).withTargetVersion(targetVersion);
    return Endings.report(
        rolling, new TitleCommand.RollBack(targetVersion, rolling.stageAttempt(), Duration.ZERO));
  }

  static Decision unpublish(TitleState state, int version) {
    boolean fits =
        version == state.submission().version()
            && state.phase().isOver()
            && state.published().isPresent();
    if (!fits) {
      return Decision.nothing(state);
    }
    if (isBusy(state)) {
      return Decision.nothing(state.withTargetVersion(TitleState.TAKE_OFF));
    }
    TitleState leaving = state.nextRun(state.work()).entering(Phase.UNPUBLISHING);
    return Endings.report(
        leaving, new TitleCommand.Unpublish(leaving.stageAttempt(), Duration.ZERO));
  }

  /** What was taken off comes back as it was: the version that was public then. */
  static Decision showAgain(TitleState state) {
    return rollBack(state, state.targetVersion());
  }

  /** Does what was wished while a removal was on its way, now that it has ended. */
  static Decision afterRemoval(TitleState state) {
    int target = state.targetVersion();
    return target == TitleState.TAKE_OFF
        ? unpublish(state, state.submission().version())
        : rollBack(state, target);
  }

  static Decision rolledBack(TitleState state, int attempt, Publication publication) {
    return flips(state, Phase.ROLLING_BACK, attempt)
        ? Endings.report(state.withPublished(publication))
        : Decision.nothing(state);
  }

  static Decision unpublished(TitleState state, int attempt) {
    return flips(state, Phase.UNPUBLISHING, attempt)
        ? Endings.report(state.withoutPublished())
        : Decision.nothing(state);
  }

  /** What was public before stays so; the failure is told. */
  static Decision failed(TitleState state, int attempt, TitleFailure failure) {
    boolean rolling = flips(state, Phase.ROLLING_BACK, attempt);
    if (!rolling && !flips(state, Phase.UNPUBLISHING, attempt)) {
      return Decision.nothing(state);
    }
    if (Endings.isFinal(state, attempt, failure)) {
      Phase before = state.published().isPresent() ? Phase.PUBLISHED : Phase.UNPUBLISHED;
      return Endings.report(state.withPhase(before).withTargetVersion(0).withFailure(failure));
    }
    int next = attempt + 1;
    Duration delay = Backoff.before(next);
    return Decision.of(
        state.withStageAttempt(next),
        rolling
            ? new TitleCommand.RollBack(state.targetVersion(), next, delay)
            : new TitleCommand.Unpublish(next, delay));
  }

  // A removal on its way could take away what the other version needs; the wish waits for its end.
  private static boolean isBusy(TitleState state) {
    return state.cleanup().isPending();
  }

  private static boolean flips(TitleState state, Phase phase, int attempt) {
    return state.phase() == phase && state.stageAttempt() == attempt;
  }
}
