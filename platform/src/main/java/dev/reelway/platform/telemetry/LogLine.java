package dev.reelway.platform.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the JSON log. What does not apply is left out.
 *
 * @param at ISO 8601 in UTC, with milliseconds
 * @param level {@code ERROR}, {@code WARN}, {@code INFO}, {@code DEBUG} or {@code TRACE}
 * @param role what the process is
 * @param message plain words
 * @param title id of the title
 * @param version of the title
 * @param step what is done to it
 * @param chunk which chunk or sound track
 * @param attempt at the task
 * @param worker id of the executor
 * @param trace id of the trace
 * @param logger the class that speaks
 * @param thread its thread
 * @param error stack trace
 */
record LogLine(
    String at,
    String level,
    String role,
    String message,
    Optional<String> title,
    Optional<Integer> version,
    Optional<String> step,
    Optional<String> chunk,
    Optional<Integer> attempt,
    Optional<String> worker,
    Optional<String> trace,
    String logger,
    String thread,
    Optional<String> error) {

  static LogLine of(ILoggingEvent event, String role) {
    Map<String, String> context = event.getMDCPropertyMap();
    return new LogLine(
        event.getInstant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString(),
        event.getLevel().toString(),
        role,
        event.getFormattedMessage(),
        text(context, LogContext.TITLE),
        text(context, LogContext.VERSION).map(Integer::valueOf),
        text(context, LogContext.STEP),
        text(context, LogContext.CHUNK),
        text(context, LogContext.ATTEMPT).map(Integer::valueOf),
        text(context, LogContext.WORKER),
        text(context, LogContext.TRACE),
        event.getLoggerName(),
        event.getThreadName(),
        Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString));
  }

  private static Optional<String> text(Map<String, String> context, String name) {
    return Optional.ofNullable(context.get(name));
  }
}
