package dev.reelway.cli.play;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers that fit in memory. */
final class Reply {

  private static final int FOUND = 302;
  private static final int NOT_FOUND = 404;

  private Reply() {}

  /** Sends {@code body}, or only its headers for HEAD. */
  static void bytes(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    if (head(exchange, status, body.length)) {
      exchange.getResponseBody().write(body);
    }
  }

  /** One plain sentence for who asks for something that is not there. */
  static void notFound(HttpExchange exchange) throws IOException {
    byte[] text = "There is no such file in this title.\n".getBytes(StandardCharsets.UTF_8);
    bytes(exchange, NOT_FOUND, "text/plain; charset=utf-8", text);
  }

  /** Sends the browser on to {@code path}. */
  static void redirect(HttpExchange exchange, String path) throws IOException {
    exchange.getResponseHeaders().set("Location", path);
    exchange.sendResponseHeaders(FOUND, -1);
  }

  /**
   * Sends status and length; returns whether a body is to follow. The server wants -1 both for HEAD
   * and for an empty body, and leaves a HEAD's Content-Length to us.
   */
  static boolean head(HttpExchange exchange, int status, long lengthBytes) throws IOException {
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(lengthBytes));
    }
    boolean bodyFollows = !isHead && lengthBytes > 0;
    exchange.sendResponseHeaders(status, bodyFollows ? lengthBytes : -1);
    return bodyFollows;
  }
}
