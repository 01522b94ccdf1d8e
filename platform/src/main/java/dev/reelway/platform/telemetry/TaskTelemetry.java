package dev.reelway.platform.telemetry;

import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.platform.work.TaskObserver;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Measures an executor's tasks, traces them below their title, logs with their coordinates. */
public final class TaskTelemetry implements TaskObserver {
  private final Metrics metrics;
  private final Tracing tracing;
  private final String workerId;

  /** Observes the executor {@code workerId}. */
  public TaskTelemetry(Metrics metrics, Tracing tracing, String workerId) {
    this.metrics = metrics;
    this.tracing = tracing;
    this.workerId = workerId;
  }

  @Override
  public Watch started(Task task, Optional<String> traceparent) {
    long startNanos = System.nanoTime();
    TraceSpan span = span(task, traceparent);
    return report -> {
      TaskEnd end = report.map(known -> tell(known, span)).orElse(TaskEnd.STOPPED);
      span.with("outcome", end.label()).close();
      Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
      metrics.taskEnded(task.id().step(), end, took);
    };
  }

  @SuppressWarnings("MustBeClosedChecker") // the watch closes it, on the same thread
  private TraceSpan span(Task task, Optional<String> traceparent) {
    Step step = task.id().step();
    TraceSpan span =
        tracing
            .belowTitle(
                step.name().toLowerCase(Locale.ROOT),
                task.id().titleId(),
                task.requestId(),
                traceparent)
            .logging(LogContext.ofTask(task.id(), workerId))
            .with("version", task.id().version())
            .with("attempt", task.id().attempt())
            .with("worker", workerId);
    task.id().task().ifPresent(of -> span.with("chunk", LogContext.name(of)));
    return span;
  }

  private TaskEnd tell(TaskReport report, TraceSpan span) {
    if (report instanceof TaskReport.Succeeded succeeded) {
      count(succeeded.outcome());
      return TaskEnd.SUCCEEDED;
    }
    if (report instanceof TaskReport.Failed failed) {
      metrics.taskFailed(failed.id().step(), failed.kind());
      span.failed(failed.kind(), failed.message());
      return TaskEnd.FAILED;
    }
    return TaskEnd.STOPPED;
  }

  private void count(TaskOutcome outcome) {
    if (outcome instanceof TaskOutcome.Encoded encoded) {
      metrics.parts(encoded.parts() - encoded.reusedParts(), encoded.reusedParts());
    }
  }
}
