package dev.reelway.platform.telemetry;

import dev.reelway.platform.config.TelemetryConfig;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Traces in the W3C form. A title is one trace, from its submission through every task to its
 * publication:
 *
 * <pre>
 *  submit ──┬─ inspect        begun by beginTitle; its ids follow from title and request
 *           ├─ plan
 *           ├─ encode …       ofTitle, or below the traceparent that came with the message
 *           └─ publish
 * </pre>
 *
 * Without an endpoint nothing is recorded and all of this costs next to nothing.
 */
public final class Tracing implements AutoCloseable {

  /** The header, of Kafka records and of HTTP requests, that carries a traceparent. */
  public static final String HEADER = "traceparent";

  private static final String SCOPE = "dev.reelway";
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private final Tracer tracer;
  private final TraceIds ids;
  private final Optional<SdkTracerProvider> provider;

  private Tracing(TracerProvider tracers, TraceIds ids, Optional<SdkTracerProvider> provider) {
    this.tracer = tracers.get(SCOPE);
    this.ids = ids;
    this.provider = provider;
  }

  /** Records nothing. */
  public static Tracing none() {
    return new Tracing(TracerProvider.noop(), new TraceIds(), Optional.empty());
  }

  /** Sends to the configured collector over OTLP/HTTP, or records nothing if there is none. */
  public static Tracing start(TelemetryConfig config, String role, String version) {
    return config
        .otlpEndpoint()
        .map(
            endpoint ->
                using(BatchSpanProcessor.builder(exporter(endpoint)).build(), role, version))
        .orElseGet(Tracing::none);
  }

  static Tracing using(SpanProcessor processor, String role, String version) {
    TraceIds ids = new TraceIds();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .setResource(Resource.getDefault().merge(resource(role, version)))
            .addSpanProcessor(processor)
            .build();
    return new Tracing(provider, ids, Optional.of(provider));
  }

  /** The span at the top of a title's trace, for who accepts its submission. */
  public TraceSpan beginTitle(String titleId, String requestId) {
    SpanContext top = TitleTrace.of(titleId, requestId);
    Supplier<Span> start = () -> tracer.spanBuilder("submit").setNoParent().startSpan();
    return new TraceSpan(ids.with(top, start)).with("title", titleId);
  }

  /** A span of a title's trace, for who knows the title but was handed no traceparent. */
  public TraceSpan ofTitle(String name, String titleId, String requestId) {
    return belowTitle(name, titleId, requestId, Optional.empty());
  }

  /** A span below {@code traceparent} or, without a valid one, directly below the title's top. */
  public TraceSpan belowTitle(
      String name, String titleId, String requestId, Optional<String> traceparent) {
    Context title = Context.root().with(Span.wrap(TitleTrace.of(titleId, requestId)));
    Context parent =
        traceparent.map(given -> W3C.extract(title, given, HEADER_VALUE)).orElse(title);
    return new TraceSpan(tracer.spanBuilder(name).setParent(parent).startSpan())
        .with("title", titleId);
  }

  /** A span below the one that {@code traceparent} names; the first of a trace if it names none. */
  public TraceSpan below(String name, String traceparent) {
    Context parent = W3C.extract(Context.root(), traceparent, HEADER_VALUE);
    return new TraceSpan(tracer.spanBuilder(name).setParent(parent).startSpan());
  }

  /** A span below the current one of this thread. */
  public TraceSpan span(String name) {
    return new TraceSpan(tracer.spanBuilder(name).startSpan());
  }

  /** Names the current span of this thread, for a message's header; empty if there is none. */
  public static String traceparent() {
    return traceparentOf(Span.current().getSpanContext());
  }

  /** Sends what is left. */
  @Override
  public void close() {
    provider.ifPresent(p -> p.shutdown().join(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS));
  }

  static String traceparentOf(SpanContext span) {
    Map<String, String> headers = new HashMap<>();
    W3C.inject(Context.root().with(Span.wrap(span)), headers, Map::put);
    return headers.getOrDefault(HEADER, "");
  }

  // Collectors take traces under this path; the configured endpoint is the collector as a whole.
  private static OtlpHttpSpanExporter exporter(URI endpoint) {
    String path = endpoint.getPath() == null ? "" : endpoint.getPath();
    URI traces =
        path.endsWith("/v1/traces")
            ? endpoint
            : URI.create(endpoint.toString().replaceAll("/+$", "") + "/v1/traces");
    return OtlpHttpSpanExporter.builder().setEndpoint(traces.toString()).build();
  }

  private static Resource resource(String role, String version) {
    return Resource.create(
        Attributes.of(
            AttributeKey.stringKey("service.namespace"),
            "reelway",
            AttributeKey.stringKey("service.name"),
            "reelway-" + role,
            AttributeKey.stringKey("service.version"),
            version));
  }

  private static final TextMapGetter<String> HEADER_VALUE =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
          return List.of(HEADER);
        }

        @Override
        public String get(String traceparent, String name) {
          return name.equals(HEADER) ? traceparent : null;
        }
      };
}
