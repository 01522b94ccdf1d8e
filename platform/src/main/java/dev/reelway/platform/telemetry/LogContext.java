package dev.reelway.platform.telemetry;

import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.work.TaskRef;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/**
 * Puts coordinates on everything that the current thread logs until it is closed. The names are
 * those of the JSON log.
 */
public final class LogContext implements AutoCloseable {

  static final String TITLE = "title";
  static final String VERSION = "version";
  static final String STEP = "step";
  static final String CHUNK = "chunk";
  static final String ATTEMPT = "attempt";
  static final String WORKER = "worker";
  static final String TRACE = "trace";

  private final List<MDC.MDCCloseable> entries = new ArrayList<>();

  private LogContext() {}

  static LogContext ofTrace(String traceId) {
    return new LogContext().with(TRACE, traceId);
  }

  /** The current thread works for a title. */
  public static LogContext ofTitle(String titleId) {
    return new LogContext().with(TITLE, titleId);
  }

  /** The current thread works at a task, as {@code workerId}. */
  public static LogContext ofTask(TaskId id, String workerId) {
    LogContext context =
        ofTitle(id.titleId())
            .with(VERSION, Integer.toString(id.version()))
            .with(STEP, id.step().name())
            .with(ATTEMPT, Integer.toString(id.attempt()))
            .with(WORKER, workerId);
    return id.task().map(task -> context.with(CHUNK, name(task))).orElse(context);
  }

  private LogContext with(String name, String value) {
    entries.add(MDC.putCloseable(name, value));
    return this;
  }

  @Override
  public void close() {
    entries.forEach(MDC.MDCCloseable::close);
  }

  static String name(TaskRef task) {
    return task.kind() + "-" + task.number();
  }
}
