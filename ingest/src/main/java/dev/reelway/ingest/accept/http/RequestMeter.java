package dev.reelway.ingest.accept.http;

import io.javalin.http.Handler;
import java.time.Duration;

/** Measures how long calls take. */
@FunctionalInterface
public interface RequestMeter {

  /** Measures nothing. */
  RequestMeter NONE = (method, route, status, took) -> {};

  /**
   * A call was answered.
   *
   * @param route the path with placeholders
   */
  void served(String method, String route, int status, Duration took);

  /** The same handler, measured. It answers its failures itself. */
  default Handler around(Route route, Handler handler) {
    return context -> {
      long startNanos = System.nanoTime();
      try {
        handler.handle(context);
      } finally {
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        served(route.method().name(), route.path(), context.statusCode(), took);
      }
    };
  }
}
