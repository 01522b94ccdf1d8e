package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.TitleCommand.EncodeTask;
import dev.reelway.ingest.coordinate.TitleCommand.InspectMaster;
import dev.reelway.ingest.coordinate.TitleCommand.MakePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From submitted to encoding: one step at a time, fenced by the stage's attempt. */
final class Stages {

  private Stages() {}

  /** Begins a run whose state is set up: with inspection, or with the plan it already has. */
  static Decision begin(TitleState state) {
    return state.work().isPresent() ? encode(state) : inspect(state);
  }

  static Decision inspectionStarted(TitleState state, int attempt) {
    return state.phase() == Phase.SUBMITTED && state.stageAttempt() == attempt
        ? Endings.report(state.withPhase(Phase.INSPECTING))
        : Decision.nothing(state);
  }

  static Decision inspected(TitleState state, int attempt) {
    if (!inspecting(state, attempt)) {
      return Decision.nothing(state);
    }
    TitleState planning = state.entering(Phase.PLANNING);
    return Endings.report(planning, new MakePlan(planning.stageAttempt(), Duration.ZERO));
  }

  static Decision inspectionFailed(TitleState state, int attempt, TitleFailure failure) {
    if (!inspecting(state, attempt)) {
      return Decision.nothing(state);
    }
    if (Endings.isFinal(state, attempt, failure)) {
      return Endings.fail(state, failure);
    }
    int next = attempt + 1;
    return Decision.of(state.withStageAttempt(next), new InspectMaster(next, Backoff.before(next)));
  }

  static Decision planned(TitleState state, int attempt, PlanSummary plan, List<TaskRef> finished) {
    if (!planning(state, attempt)) {
      return Decision.nothing(state);
    }
    TitleState planned = state.withWork(Work.of(plan, finished));
    return state.submission().awaitStart()
        ? Endings.report(planned.withPhase(Phase.AWAITING_START))
        : encode(planned);
  }

  static Decision planningFailed(TitleState state, int attempt, TitleFailure failure) {
    if (!planning(state, attempt)) {
      return Decision.nothing(state);
    }
    if (Endings.isFinal(state, attempt, failure)) {
      return Endings.fail(state, failure);
    }
    int next = attempt + 1;
    return Decision.of(state.withStageAttempt(next), new MakePlan(next, Backoff.before(next)));
  }

  /** Orders every task that is left; the host decides how many it hands out at a time. */
  static Decision encode(TitleState state) {
    Work work = state.work().orElseThrow();
    if (work.isComplete()) {
      return Publishing.complete(state);
    }
    TitleState encoding = state.withPhase(Phase.ENCODING);
    List<TitleCommand> commands = new ArrayList<>();
    commands.add(new TitleCommand.ReportStatus(Phase.ENCODING, Optional.empty()));
    work.plan()
        .tasks()
        .filter(task -> !work.isEncoded(task))
        .map(task -> new EncodeTask(task, state.firstAttempt(), Duration.ZERO, 0, false))
        .forEach(commands::add);
    return new Decision(encoding, commands);
  }

  private static Decision inspect(TitleState state) {
    TitleState submitted = state.entering(Phase.SUBMITTED);
    return Endings.report(submitted, new InspectMaster(submitted.stageAttempt(), Duration.ZERO));
  }

  private static boolean inspecting(TitleState state, int attempt) {
    return (state.phase() == Phase.SUBMITTED || state.phase() == Phase.INSPECTING)
        && !state.cleanup().startWhenDone()
        && state.stageAttempt() == attempt;
  }

  private static boolean planning(TitleState state, int attempt) {
    return state.phase() == Phase.PLANNING && state.stageAttempt() == attempt;
  }
}
