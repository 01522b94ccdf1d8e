package dev.reelway.cli.play;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * What every answer has in common: readable from any page (players and their test pages live on
 * other origins), never sniffed, read-only.
 */
final class CorsFilter extends Filter {

  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final int NO_CONTENT = 204;
  private static final int METHOD_NOT_ALLOWED = 405;

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Access-Control-Allow-Origin", "*");
      headers.set(
          "Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
      headers.set("Timing-Allow-Origin", "*");
      headers.set("X-Content-Type-Options", "nosniff");
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        answerPreflight(exchange);
      } else if (METHODS.contains(exchange.getRequestMethod())) {
        chain.doFilter(exchange);
      } else {
        headers.set("Allow", "GET, HEAD, OPTIONS");
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
      }
    }
  }

  private static void answerPreflight(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    headers.set("Access-Control-Allow-Headers", "*");
    headers.set("Access-Control-Max-Age", "86400");
    exchange.sendResponseHeaders(NO_CONTENT, -1);
  }

  @Override
  public String description() {
    return "cross-origin reads of a title";
  }
}
