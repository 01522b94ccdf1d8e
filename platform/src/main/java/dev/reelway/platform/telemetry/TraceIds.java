package dev.reelway.platform.telemetry;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;

/** Random ids, except for the span at the top of a title's trace. */
final class TraceIds implements IdGenerator {
  private static final ThreadLocal<SpanContext> WANTED = new ThreadLocal<>();

  private final IdGenerator random = IdGenerator.random();

  /** What {@code start} returns; the span that it starts gets the ids of {@code ids}. */
  <T> T with(SpanContext ids, Supplier<T> start) {
    WANTED.set(ids);
    try {
      return start.get();
    } finally {
      WANTED.remove();
    }
  }

  @Override
  public String generateSpanId() {
    SpanContext ids = WANTED.get();
    return ids == null ? random.generateSpanId() : ids.getSpanId();
  }

  @Override
  public String generateTraceId() {
    SpanContext ids = WANTED.get();
    return ids == null ? random.generateTraceId() : ids.getTraceId();
  }
}
