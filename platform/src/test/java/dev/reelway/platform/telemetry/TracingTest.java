package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.platform.config.TelemetryConfig;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class TracingTest {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final Tracing ingest = tracing("ingest");
  private final Tracing worker = tracing("worker");

  @AfterEach
  void close() {
    ingest.close();
    worker.close();
  }

  @Test
  void below_traceparentOfAnotherProcess_continuesItsTrace() {
    String header;
    try (TraceSpan submit = ingest.beginTitle("trailer", "request-1")) {
      header = Tracing.traceparent();
      assertThat(header).isEqualTo(submit.traceparent());
    }
    try (TraceSpan encode = worker.below("encode", header);
        TraceSpan upload = worker.span("upload")) {
      assertThat(upload.traceparent()).isNotEqualTo(encode.traceparent());
    }

    SpanData submit = span("submit");
    SpanData encode = span("encode");
    assertThat(encode.getTraceId()).isEqualTo(submit.getTraceId());
    assertThat(encode.getParentSpanId()).isEqualTo(submit.getSpanId());
    assertThat(span("upload").getParentSpanId()).isEqualTo(encode.getSpanId());
    assertThat(encode.getResource().getAttribute(AttributeKey.stringKey("service.name")))
        .isEqualTo("reelway-worker");
  }

  @Test
  void ofTitle_withoutAnyTraceparent_isBelowTheSpanThatBeganTheTitle() {
    ingest.beginTitle("trailer", "request-1").close();
    worker.ofTitle("publish", "trailer", "request-1").close();

    assertThat(span("publish").getTraceId()).isEqualTo(span("submit").getTraceId());
    assertThat(span("publish").getParentSpanId()).isEqualTo(span("submit").getSpanId());
  }

  @Test
  void ofTitle_anotherRequest_isAnotherTrace() {
    worker.ofTitle("first", "trailer", "request-1").close();
    worker.ofTitle("second", "trailer", "request-2").close();

    assertThat(span("first").getTraceId()).isNotEqualTo(span("second").getTraceId());
  }

  @Test
  void below_nonsense_beginsATraceOfItsOwn() {
    worker.below("encode", "not a traceparent").close();

    assertThat(span("encode").getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void failed_knownFailure_isTheStatusWithItsCode() {
    try (TraceSpan encode = worker.ofTitle("encode", "trailer", "request-1")) {
      encode.failed(FailureKind.ENCODER_CRASHED, "It crashed.");
    }

    assertThat(span("encode").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span("encode").getStatus().getDescription()).isEqualTo("It crashed.");
    assertThat(span("encode").getAttributes().get(AttributeKey.stringKey("reelway.failure")))
        .isEqualTo("ENCODER_CRASHED");
  }

  @Test
  void open_span_putsItsTraceOnTheLog() {
    try (TraceSpan encode = worker.ofTitle("encode", "trailer", "request-1")) {
      assertThat(encode.traceparent()).contains(MDC.get("trace"));
    }
    assertThat(MDC.get("trace")).isNull();
  }

  @Test
  void start_noEndpoint_recordsAndCarriesNothing() {
    try (Tracing none = Tracing.start(TelemetryConfig.DEFAULT, "worker", "1.2.3");
        TraceSpan span = none.beginTitle("trailer", "request-1")) {
      assertThat(span.traceparent()).isEmpty();
      assertThat(Tracing.traceparent()).isEmpty();
    }
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  private Tracing tracing(String role) {
    return Tracing.using(SimpleSpanProcessor.create(spans), role, "1.2.3");
  }

  private SpanData span(String name) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
