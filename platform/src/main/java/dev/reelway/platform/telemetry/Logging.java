package dev.reelway.platform.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.config.TelemetryConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up the log. It goes to standard error: standard output belongs to what a command prints. The
 * configured level is for Reelway's own classes; libraries warn only, unless the level is trace.
 */
public final class Logging {
  private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");
  private static final String OURS = "dev.reelway";

  /** What these warn of is part of every start or stop, or is told by our own classes too. */
  private static final List<String> FALSE_ALARMS =
      List.of(
          "org.apache.kafka.controller.QuorumController", // a new installation has no records yet
          "kafka.server.DefaultAutoTopicCreationManager", // two asked for Kafka's own topic at once
          "org.apache.kafka.streams.StreamsConfig", // what a later release will do by default
          "org.apache.kafka.clients.producer.internals.Sender", // what is sent again by itself
          "org.apache.kafka.clients.NetworkClient"); // each try to reach a broker that is away

  private Logging() {}

  /**
   * Logs from now on as configured.
   *
   * @param role what this process is, told on each JSON line
   * @throws ReelwayException {@code USAGE_INVALID} if there is no such level
   */
  public static void start(TelemetryConfig config, String role) {
    String level = config.level().toLowerCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "The log level '" + config.level() + "' is none of error, warn, info, debug, trace.");
    }
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    configure(
        context, config.jsonLogs() ? new JsonLayout(role) : new TextLayout(), Level.toLevel(level));
  }

  /** As {@link #start}, into any context. */
  static void configure(LoggerContext context, Layout<ILoggingEvent> layout, Level level) {
    context.reset();
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("standard-error");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();

    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(level == Level.TRACE ? Level.TRACE : Level.WARN);
    context.getLogger(OURS).setLevel(level);
    if (level != Level.TRACE) {
      FALSE_ALARMS.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
    }
  }
}
