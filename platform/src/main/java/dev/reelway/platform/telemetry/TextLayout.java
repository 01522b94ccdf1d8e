package dev.reelway.platform.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A log for people: one line for each event. Only errors have their stack trace below; what is less
 * than an error is told with its cause in a few words.
 *
 * <pre>
 *  14:03:07.120 WARN  TaskExecutor: The encoder crashed. [title=trailer version=1 chunk=…]
 * </pre>
 */
final class TextLayout extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Override
  public String doLayout(ILoggingEvent event) {
    return String.format(
        Locale.ROOT,
        "%s %-5s %s: %s%s%s%n",
        TIME.format(event.getInstant()),
        event.getLevel(),
        shortName(event.getLoggerName()),
        event.getFormattedMessage(),
        context(event),
        cause(event));
  }

  private static String context(ILoggingEvent event) {
    return event.getMDCPropertyMap().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(LogContext.TRACE))
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" "), text -> text.isEmpty() ? "" : " [" + text + "]"));
  }

  private static String cause(ILoggingEvent event) {
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure == null) {
      return "";
    }
    return event.getLevel().isGreaterOrEqual(Level.ERROR)
        ? System.lineSeparator() + ThrowableProxyUtil.asString(failure).stripTrailing()
        : " (" + failure.getClassName() + ": " + failure.getMessage() + ")";
  }

  private static String shortName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }
}
