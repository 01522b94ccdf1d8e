package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.work.TaskObserver.Watch;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class TaskTelemetryTest {
  private static final TaskId ID =
      new TaskId("trailer", 1, Step.ENCODE, Optional.of(TaskRef.chunk(4)), 2);
  private static final Task TASK =
      new Task(Task.SCHEMA, ID, "request-1", "news", Lane.EXPRESS, "build", 0, false, 0);

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final Tracing tracing =
      Tracing.using(SimpleSpanProcessor.create(spans), "worker", "1.2.3");
  private final Metrics metrics = new Metrics("worker", "1.2.3");
  private final TaskTelemetry telemetry = new TaskTelemetry(metrics, tracing, "w-1");

  @AfterEach
  void close() {
    tracing.close();
    metrics.close();
  }

  @Test
  void ended_succeeded_countsTheTaskAndItsParts() {
    TaskOutcome outcome = new TaskOutcome.Encoded(4, 1, 1000, 3.5);

    start().ended(Optional.of(new TaskReport.Succeeded(ID, "w-1", outcome)));

    assertThat(metrics.scrape())
        .contains(
            "reelway_task_seconds_count{outcome=\"succeeded\",step=\"encode\"} 1",
            "reelway_encoded_parts_total{found=\"false\"} 3.0",
            "reelway_encoded_parts_total{found=\"true\"} 1.0");
    assertThat(span().getName()).isEqualTo("encode");
    assertThat(span().getAttributes().get(AttributeKey.stringKey("reelway.chunk")))
        .isEqualTo("VIDEO_CHUNK-4");
  }

  @Test
  void ended_failed_countsTheKindAndMarksTheSpan() {
    start()
        .ended(
            Optional.of(
                new TaskReport.Failed(ID, "w-1", FailureKind.ENCODER_CRASHED, "It crashed.")));

    assertThat(metrics.scrape())
        .contains(
            "reelway_task_failures_total{kind=\"ENCODER_CRASHED\",step=\"encode\"} 1.0",
            "reelway_task_seconds_count{outcome=\"failed\",step=\"encode\"} 1");
    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void ended_stoppedOrRefused_isNoFailure() {
    start().ended(Optional.of(new TaskReport.Stopped(ID, "w-1")));
    start().ended(Optional.empty());

    assertThat(metrics.scrape())
        .contains("reelway_task_seconds_count{outcome=\"stopped\",step=\"encode\"} 2")
        .doesNotContain("reelway_task_failures_total{");
  }

  @Test
  void started_withTraceparent_isBelowIt() {
    String traceparent;
    try (TraceSpan dispatch = tracing.beginTitle("trailer", "request-1")) {
      traceparent = dispatch.traceparent();
    }
    SpanData dispatch = span();
    spans.reset();

    telemetry.started(TASK, Optional.of(traceparent)).ended(Optional.empty());

    assertThat(span().getParentSpanId()).isEqualTo(dispatch.getSpanId());
    assertThat(span().getTraceId()).isEqualTo(dispatch.getTraceId());
  }

  @Test
  void started_withoutOrWithABrokenTraceparent_isBelowTheTitle() {
    start().ended(Optional.empty());
    telemetry.started(TASK, Optional.of("broken")).ended(Optional.empty());

    assertThat(spans.getFinishedSpanItems())
        .hasSize(2)
        .allSatisfy(
            span ->
                assertThat(span.getParentSpanContext().getTraceId())
                    .isEqualTo(TitleTrace.of("trailer", "request-1").getTraceId()));
  }

  @Test
  void started_untilEnded_logsWithTheTask() {
    Watch watch = start();
    assertThat(MDC.get("title")).isEqualTo("trailer");
    assertThat(MDC.get("worker")).isEqualTo("w-1");
    assertThat(MDC.get("trace")).isNotNull();

    watch.ended(Optional.empty());
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  private Watch start() {
    return telemetry.started(TASK, Optional.empty());
  }

  private SpanData span() {
    return spans.getFinishedSpanItems().get(0);
  }
}
