package dev.reelway.platform.telemetry;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.platform.work.TaskHandler;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * A handler whose tasks are measured, traced below their title, and logged with their coordinates.
 */
public final class ObservedTaskHandler implements TaskHandler {
  private final TaskHandler handler;
  private final Metrics metrics;
  private final Tracing tracing;
  private final String workerId;

  /** Observes {@code handler} in the executor {@code workerId}. */
  public ObservedTaskHandler(
      TaskHandler handler, Metrics metrics, Tracing tracing, String workerId) {
    this.handler = handler;
    this.metrics = metrics;
    this.tracing = tracing;
    this.workerId = workerId;
  }

  @Override
  public TaskOutcome run(Task task, LongConsumer progress) throws InterruptedException {
    long startNanos = System.nanoTime();
    TaskEnd end = TaskEnd.FAILED;
    try (TraceSpan span = span(task)) {
      try {
        TaskOutcome outcome = handler.run(task, progress);
        end = TaskEnd.SUCCEEDED;
        count(outcome);
        return outcome;
      } catch (InterruptedException e) {
        end = TaskEnd.STOPPED;
        throw e;
      } catch (ReelwayException e) {
        metrics.taskFailed(task.id().step(), e.kind());
        span.failed(e);
        throw e;
      } catch (RuntimeException | Error e) {
        span.failed(e);
        throw e;
      } finally {
        span.with("outcome", end.label());
      }
    } finally {
      metrics.taskEnded(task.id().step(), end, Duration.ofNanos(System.nanoTime() - startNanos));
    }
  }

  private TraceSpan span(Task task) {
    Step step = task.id().step();
    TraceSpan span =
        tracing
            .ofTitle(step.name().toLowerCase(Locale.ROOT), task.id().titleId(), task.requestId())
            .logging(LogContext.ofTask(task.id(), workerId))
            .with("version", task.id().version())
            .with("attempt", task.id().attempt())
            .with("worker", workerId);
    task.id().task().ifPresent(of -> span.with("chunk", LogContext.name(of)));
    return span;
  }

  private void count(TaskOutcome outcome) {
    if (outcome instanceof TaskOutcome.Encoded encoded) {
      metrics.parts(encoded.parts() - encoded.reusedParts(), encoded.reusedParts());
    }
  }
}
