package dev.reelway.platform.telemetry;

import dev.reelway.contracts.work.ContentHash;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/**
 * The trace of a submission. Its ids follow from the title and its request, so every process knows
 * them without being told: a trace goes on after a crash, a retry, or the loss of Kafka's data.
 */
final class TitleTrace {
  private static final int TRACE_DIGITS = 32;
  private static final int SPAN_DIGITS = 16;

  private TitleTrace() {}

  /** The span at the top of the trace, whoever has exported it. */
  static SpanContext of(String titleId, String requestId) {
    String digits = ContentHash.ofParts("trace", titleId, requestId);
    return SpanContext.createFromRemoteParent(
        digits.substring(0, TRACE_DIGITS),
        digits.substring(TRACE_DIGITS, TRACE_DIGITS + SPAN_DIGITS),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }
}
