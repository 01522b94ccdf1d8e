package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.PlanSummary;
import dev.reelway.ingest.coordinate.TitleState;
import dev.reelway.ingest.coordinate.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** A title in memory: its row and request, and what follows from them. */
final class LiveTitle {

  private TitleRow row;
  private TitleRequest request;
  private boolean isChanged;

  /** Position in the plan's order behind the last first attempt that was handed out. */
  private int cursor;

  LiveTitle(TitleRow row, TitleRequest request) {
    this.row = row;
    this.request = request;
  }

  String id() {
    return request.titleId();
  }

  TitleRow row() {
    return row;
  }

  TitleState state() {
    return row.state();
  }

  TitleRequest request() {
    return request;
  }

  String tenant() {
    return request.tenant();
  }

  Lane lane() {
    return request.lane();
  }

  int version() {
    return row.state().submission().version();
  }

  void replace(TitleRow value) {
    if (value.state().run() != row.state().run()) {
      cursor = 0;
    }
    isChanged |= !value.equals(row);
    row = value;
  }

  /** Whether the row was changed since this was asked last. */
  boolean takeChange() {
    boolean wasChanged = isChanged;
    isChanged = false;
    return wasChanged;
  }

  void replace(TitleRequest value) {
    request = value;
  }

  boolean isEncoding() {
    return state().phase() == Phase.ENCODING;
  }

  /** Whether it is being encoded and does not wait for others. */
  boolean isAdmitted() {
    return isEncoding() && row.encodingSince() > 0;
  }

  /** Whether nothing of it is being made. */
  boolean isAtRest() {
    return state().phase().isOver() || state().phase() == Phase.HELD;
  }

  /** When it entered its phase. */
  Instant phaseSince() {
    int phases = row.phases().size();
    return phases == 0 ? Instant.EPOCH : Instant.parse(row.phases().get(phases - 1).at());
  }

  /** The build that encodes it, empty before it is planned. */
  String engineBuild() {
    return state().work().map(work -> work.plan().engineBuild()).orElse("");
  }

  long predictedBytes() {
    return row.plan().map(plan -> plan.cost().scratchBytes()).orElse(0L);
  }

  /** CPU time that its tasks still need, on the reference machine. */
  double remainingCpuSeconds() {
    Optional<PlanOutline> plan = row.plan();
    Optional<Work> work = state().work();
    if (plan.isEmpty() || work.isEmpty()) {
      return 0;
    }
    int tasks = work.get().plan().taskCount();
    int open = tasks - work.get().encoded().count();
    return plan.get().cost().cpuSeconds() * (double) open / tasks;
  }

  int openTasks() {
    return state().work().map(work -> work.plan().taskCount() - work.encoded().count()).orElse(0);
  }

  /**
   * The next task whose first attempt was not handed out yet.
   *
   * @param isOrdered whether a task has a row of its own already
   */
  Optional<TaskRef> nextFirstAttempt(Predicate<TaskRef> isOrdered) {
    Work work = state().work().orElseThrow();
    PlanSummary plan = work.plan();
    while (cursor < plan.taskCount()) {
      TaskRef task = plan.task(cursor++);
      if (!work.isEncoded(task) && !isOrdered.test(task)) {
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }
}
