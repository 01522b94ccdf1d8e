package dev.reelway.ingest.view;

import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.work.TaskRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who did which task when, as far as this node heard it: what no document keeps. Titles that were
 * not heard of for longest are forgotten. Reports may come twice and late. Safe for any thread.
 */
public final class TaskTrails {

  /** About 30 MB. */
  private static final int KEPT_TASKS = 200_000;

  private final Map<String, Map<TaskRef, TaskTrail>> titles = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private int kept;

  /** Keeps the usual number. */
  public TaskTrails() {
    this(KEPT_TASKS);
  }

  /** Keeps about {@code most} tasks. */
  TaskTrails(int most) {
    this.most = most;
  }

  /** An executor told something at {@code at}. */
  public synchronized void accept(TaskReport report, Instant at) {
    TaskId id = report.id();
    if (id.task().isEmpty() || (id.step() != Step.ENCODE && id.step() != Step.PACKAGE)) {
      return;
    }
    Map<TaskRef, TaskTrail> ofTitle =
        titles.computeIfAbsent(key(id.titleId(), id.version()), title -> new HashMap<>());
    TaskRef task = id.task().get();
    TaskTrail before = ofTitle.getOrDefault(task, TaskTrail.none());
    TaskTrail after =
        id.step() == Step.ENCODE ? encoding(before, report, at) : packaging(before, report);
    if (ofTitle.put(task, after) == null) {
      kept++;
      forgetOldest();
    }
  }

  private static TaskTrail encoding(TaskTrail before, TaskReport report, Instant at) {
    int attempt = report.id().attempt();
    if (attempt < before.attempt()) {
      return before;
    }
    // The same few names in many trails.
    String worker = report.workerId().intern();
    if (report instanceof TaskReport.Started) {
      return before.started(attempt, worker, at.toEpochMilli());
    }
    TaskTrail begun = attempt > before.attempt() ? before.started(attempt, worker, 0) : before;
    if (report instanceof TaskReport.Succeeded succeeded) {
      return begun.succeeded(worker, seconds(succeeded.outcome()));
    } else if (report instanceof TaskReport.Failed failed) {
      return begun.failed(worker, failed.kind());
    }
    return begun.stopped();
  }

  private static double seconds(TaskOutcome outcome) {
    return outcome instanceof TaskOutcome.Encoded encoded ? encoded.seconds() : -1;
  }

  // Encoding is what people follow; of packaging they want to know what went wrong.
  private static TaskTrail packaging(TaskTrail before, TaskReport report) {
    return report instanceof TaskReport.Failed failed
        ? before.failed(before.workerId(), failed.kind())
        : before;
  }

  /** A copy of what is known of a submission's tasks. */
  public synchronized Map<TaskRef, TaskTrail> of(String titleId, int version) {
    return Map.copyOf(titles.getOrDefault(key(titleId, version), Map.of()));
  }

  private void forgetOldest() {
    var oldest = titles.entrySet().iterator();
    while (kept > most && titles.size() > 1 && oldest.hasNext()) {
      kept -= oldest.next().getValue().size();
      oldest.remove();
    }
  }

  private static String key(String titleId, int version) {
    return titleId + "/" + version;
  }
}
