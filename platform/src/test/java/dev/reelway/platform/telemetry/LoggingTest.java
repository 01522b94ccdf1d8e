package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.config.TelemetryConfig;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

final class LoggingTest {
  private static final TaskId TASK =
      new TaskId("trailer", 2, Step.ENCODE, Optional.of(TaskRef.chunk(12)), 3);

  @Test
  void jsonLine_insideATask_carriesItsCoordinates() throws Exception {
    ILoggingEvent event = logged(() -> log("Encoding \"a\"\nand b", null));

    String line = new JsonLayout("worker").doLayout(event);

    assertThat(line).endsWith("}\n").hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
    assertThat(json.get("level").asText()).isEqualTo("WARN");
    assertThat(json.get("role").asText()).isEqualTo("worker");
    assertThat(json.get("message").asText()).isEqualTo("Encoding \"a\"\nand b");
    assertThat(json.get("title").asText()).isEqualTo("trailer");
    assertThat(json.get("version").asInt()).isEqualTo(2);
    assertThat(json.get("step").asText()).isEqualTo("ENCODE");
    assertThat(json.get("chunk").asText()).isEqualTo("VIDEO_CHUNK-12");
    assertThat(json.get("attempt").asInt()).isEqualTo(3);
    assertThat(json.get("worker").asText()).isEqualTo("w-1");
    assertThat(json.has("error")).isFalse();
  }

  @Test
  void jsonLine_failure_hasItsStackTrace() throws Exception {
    ILoggingEvent event = logged(() -> log("No", new IllegalStateException("because")));

    JsonNode json = new ObjectMapper().readTree(new JsonLayout("worker").doLayout(event));

    assertThat(json.get("error").asText())
        .contains("IllegalStateException: because", "LoggingTest");
  }

  @Test
  void textLine_warningWithACause_isOneLine() {
    ILoggingEvent event = logged(() -> log("No room.", new IllegalStateException("because")));

    assertThat(new TextLayout().doLayout(event))
        .hasLineCount(1)
        .contains("WARN  LoggingTest: No room. [attempt=3 chunk=VIDEO_CHUNK-12 ")
        .endsWith("(java.lang.IllegalStateException: because)" + System.lineSeparator());
  }

  @Test
  void logContext_closed_leavesNothingBehind() {
    LogContext context = LogContext.ofTask(TASK, "w-1");
    assertThat(MDC.getCopyOfContextMap()).hasSize(6);
    context.close();

    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void configure_info_keepsLibrariesAtWarnings() {
    LoggerContext context = context(Level.INFO);

    assertThat(context.getLogger("dev.reelway.ingest").isInfoEnabled()).isTrue();
    assertThat(context.getLogger("dev.reelway.ingest").isDebugEnabled()).isFalse();
    for (String library : new String[] {"org.apache.kafka.clients", "software.amazon.awssdk"}) {
      assertThat(context.getLogger(library).isInfoEnabled()).isFalse();
      assertThat(context.getLogger(library).isWarnEnabled()).isTrue();
    }
  }

  @Test
  void configure_info_silencesWhatEveryStartWarnsOf() {
    LoggerContext context = context(Level.INFO);

    assertThat(context.getLogger("org.apache.kafka.clients.NetworkClient").isWarnEnabled())
        .isFalse();
    assertThat(context.getLogger("org.apache.kafka.clients.NetworkClient").isErrorEnabled())
        .isTrue();
  }

  @Test
  void configure_trace_opensLibrariesToo() {
    assertThat(context(Level.TRACE).getLogger("org.eclipse.jetty").isTraceEnabled()).isTrue();
  }

  @Test
  void quietStart_anyProgram_logsWarningsOnly() {
    LoggerContext context = new LoggerContext();

    new QuietStart().configure(context);

    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    assertThat(root.getLevel()).isEqualTo(Level.WARN);
    assertThat(root.getAppender("standard-error")).isNotNull();
    assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(QuietStart.class);
  }

  @Test
  void start_unknownLevel_isRefusedWithTheLevelsThereAre() {
    TelemetryConfig config = new TelemetryConfig(0, "", Optional.empty(), false, "loud");

    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> Logging.start(config, "worker"))
        .withMessage("The log level 'loud' is none of error, warn, info, debug, trace.")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.USAGE_INVALID));
  }

  private static LoggerContext context(Level level) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    Layout<ILoggingEvent> layout = new TextLayout();
    Logging.configure(context, layout, level);
    return context;
  }

  private static void log(String message, Throwable failure) {
    LoggerFactory.getLogger(LoggingTest.class).warn(message, failure);
  }

  private static ILoggingEvent logged(Runnable speak) {
    Logger logger = (Logger) LoggerFactory.getLogger(LoggingTest.class);
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    logger.addAppender(events);
    logger.setAdditive(false);
    LogContext context = LogContext.ofTask(TASK, "w-1");
    try {
      speak.run();
      events.list.forEach(ILoggingEvent::prepareForDeferredProcessing);
    } finally {
      context.close();
      logger.detachAppender(events);
      logger.setAdditive(true);
    }
    return events.list.get(0);
  }
}
