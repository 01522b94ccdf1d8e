package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.work.TaskHandler;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class ObservedTaskHandlerTest {
  private static final Task TASK =
      new Task(
          Task.SCHEMA,
          new TaskId("trailer", 1, Step.ENCODE, Optional.of(TaskRef.chunk(4)), 2),
          "request-1",
          "news",
          Lane.EXPRESS,
          "build",
          0,
          false,
          0);

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final Tracing tracing =
      Tracing.using(SimpleSpanProcessor.create(spans), "worker", "1.2.3");
  private final Metrics metrics = new Metrics("worker", "1.2.3");

  @AfterEach
  void close() {
    tracing.close();
    metrics.close();
  }

  @Test
  void run_succeeds_countsTheTaskItsPartsAndATraceOfTheTitle() throws Exception {
    TaskOutcome outcome = new TaskOutcome.Encoded(4, 1, 1000, 3.5);

    assertThat(observed((task, progress) -> outcome).run(TASK, done -> {})).isEqualTo(outcome);

    assertThat(metrics.scrape())
        .contains(
            "reelway_task_seconds_count{outcome=\"succeeded\",step=\"encode\"} 1",
            "reelway_encoded_parts_total{found=\"false\"} 3.0",
            "reelway_encoded_parts_total{found=\"true\"} 1.0");
    SpanData span = spans.getFinishedSpanItems().get(0);
    assertThat(span.getName()).isEqualTo("encode");
    assertThat(span.getTraceId()).isEqualTo(TitleTrace.of("trailer", "request-1").getTraceId());
    assertThat(span.getAttributes().get(AttributeKey.stringKey("reelway.chunk")))
        .isEqualTo("VIDEO_CHUNK-4");
  }

  @Test
  void run_inTheHandler_logsWithTheTask() throws Exception {
    observed(
            (task, progress) -> {
              assertThat(MDC.get("title")).isEqualTo("trailer");
              assertThat(MDC.get("worker")).isEqualTo("w-1");
              return new TaskOutcome.Done();
            })
        .run(TASK, done -> {});

    assertThat(MDC.get("title")).isNull();
  }

  @Test
  void run_fails_countsTheKindAndPassesTheFailureOn() {
    ReelwayException failure = new ReelwayException(FailureKind.ENCODER_CRASHED, "It crashed.");

    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> observed(failing(failure)).run(TASK, done -> {}))
        .isSameAs(failure);

    assertThat(metrics.scrape())
        .contains(
            "reelway_task_failures_total{kind=\"ENCODER_CRASHED\",step=\"encode\"} 1.0",
            "reelway_task_seconds_count{outcome=\"failed\",step=\"encode\"} 1");
  }

  @Test
  void run_interrupted_isStoppedAndNoFailure() {
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () ->
                observed(
                        (task, progress) -> {
                          throw new InterruptedException();
                        })
                    .run(TASK, done -> {}));

    assertThat(metrics.scrape())
        .contains("reelway_task_seconds_count{outcome=\"stopped\",step=\"encode\"} 1")
        .doesNotContain("reelway_task_failures_total{");
  }

  private ObservedTaskHandler observed(TaskHandler handler) {
    return new ObservedTaskHandler(handler, metrics, tracing, "w-1");
  }

  private static TaskHandler failing(ReelwayException failure) {
    return (task, progress) -> {
      throw failure;
    };
  }
}
