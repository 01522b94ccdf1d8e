package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.http.portal.PagePolicy;
import dev.reelway.ingest.accept.http.portal.PortalFile;
import dev.reelway.ingest.accept.http.portal.PortalFiles;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Serves the portal beside the API, to anybody: its files hold no secret, and it calls with the key
 * of whoever signs in. Every address that is not the API's and wants a page is a page of the
 * portal, which finds its way by the address itself.
 */
final class PortalPages {

  private static final List<String> NOT_OURS = List.of("/api", "/healthz", "/readyz", "/metrics");
  private static final String MISSING =
      """
      This server has no portal: it was built without it. The API is at /api/v1, and
      /api/v1/openapi.yaml describes it.
      """;

  private final PortalFiles files;
  private final Supplier<PagePolicy> policy;

  PortalPages(PortalFiles files, Supplier<PagePolicy> policy) {
    this.files = files;
    this.policy = policy;
  }

  /** Answers what is the portal's and leaves the rest to the routes. */
  void apply(Context context) {
    String path = context.path();
    if (!isRead(context) || isReserved(path)) {
      return;
    }
    Optional<PortalFile> file = path.equals("/") ? files.page() : files.find(path.substring(1));
    file.or(() -> wantsPage(context) ? files.page() : Optional.empty())
        .ifPresentOrElse(
            found -> send(context, found),
            () -> {
              if (path.equals("/")) {
                tellMissing(context);
              }
            });
  }

  private static boolean isRead(Context context) {
    return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
  }

  private static boolean isReserved(String path) {
    return NOT_OURS.stream().anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
  }

  private static boolean wantsPage(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains("text/html");
  }

  private void send(Context context, PortalFile file) {
    policy.get().headers().forEach(context::header);
    context.header("Cache-Control", file.cacheControl());
    context.header("ETag", file.etag());
    context.header("Vary", "Accept-Encoding");
    String known = context.header("If-None-Match");
    if (known != null && file.isNamedBy(known)) {
      context.status(304);
    } else {
      context.contentType(file.mediaType());
      context.result(file.bytes());
    }
    context.skipRemainingHandlers();
  }

  private static void tellMissing(Context context) {
    context.status(404);
    context.contentType("text/plain; charset=utf-8");
    context.result(MISSING.getBytes(StandardCharsets.UTF_8));
    context.skipRemainingHandlers();
  }
}
