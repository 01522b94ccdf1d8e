package dev.reelway.platform.telemetry;

import dev.reelway.contracts.failure.FailureKind;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that takes a while, told to whoever collects traces. It is the current one of its
 * thread until it is closed, by that thread.
 */
public final class TraceSpan implements AutoCloseable {
  private final Span span;
  private final Scope scope;
  private final List<LogContext> logContexts = new ArrayList<>();

  @SuppressWarnings("MustBeClosedChecker") // close() closes it
  TraceSpan(Span span) {
    this.span = span;
    this.scope = span.makeCurrent();
    if (span.getSpanContext().isValid()) {
      logging(LogContext.ofTrace(span.getSpanContext().getTraceId()));
    }
  }

  /** Closes {@code context} with the span. */
  public TraceSpan logging(LogContext context) {
    logContexts.add(context);
    return this;
  }

  /** Adds a coordinate. */
  public TraceSpan with(String name, String value) {
    span.setAttribute("reelway." + name, value);
    return this;
  }

  /** Adds a number. */
  public TraceSpan with(String name, long value) {
    span.setAttribute("reelway." + name, value);
    return this;
  }

  /** It did not succeed. */
  public void failed(FailureKind kind, String message) {
    with("failure", kind.code());
    span.setStatus(StatusCode.ERROR, message);
  }

  /** What a message carries so that its reader goes on below this span; empty when not tracing. */
  public String traceparent() {
    return Tracing.traceparentOf(span.getSpanContext());
  }

  @Override
  public void close() {
    scope.close();
    logContexts.forEach(LogContext::close);
    span.end();
  }
}
