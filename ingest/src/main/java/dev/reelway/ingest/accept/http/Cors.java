package dev.reelway.ingest.accept.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/** Lets web pages of the configured origins call; all others stay locked out by their browsers. */
final class Cors {

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  private static final String ALLOWED =
      "Authorization, Content-Type, Tus-Resumable, Upload-Offset, Upload-Checksum,"
          + " X-HTTP-Method-Override";
  private static final String EXPOSED =
      "Location, Retry-After, Reelway-Title, Reelway-Source, Tus-Resumable, Tus-Version,"
          + " Tus-Extension, Tus-Max-Size, Upload-Offset, Upload-Length";
  private static final String CACHED_SECONDS = "600";

  private final Set<String> origins;

  Cors(List<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  /** Adds headers; answers a preflight altogether. */
  void apply(Context context) {
    if (origins.isEmpty()) {
      return;
    }
    context.header("Vary", "Origin");
    String origin = context.header("Origin");
    if (origin == null || !origins.contains(origin)) {
      return;
    }
    context.header("Access-Control-Allow-Origin", origin);
    context.header("Access-Control-Expose-Headers", EXPOSED);
    boolean preflight =
        context.method().equals(HandlerType.OPTIONS)
            && context.header("Access-Control-Request-Method") != null;
    if (preflight) {
      context.header("Access-Control-Allow-Methods", METHODS);
      context.header("Access-Control-Allow-Headers", ALLOWED);
      context.header("Access-Control-Max-Age", CACHED_SECONDS);
      context.status(204);
      context.skipRemainingHandlers();
    }
  }
}
