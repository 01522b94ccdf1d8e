package dev.reelway.cli.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.reelway.platform.storage.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/** Serves the play page, the players it uses, and what the page must know about the title. */
final class PlayerPage implements HttpHandler {

  /** Where the page lies; no title has a folder of this name. */
  static final String PATH = "/-/player/";

  /** Nothing but our own scripts, and media only from here. */
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "worker-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "media-src 'self' blob: data:",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private static final int OK = 200;
  private static final Pattern RESOURCE = Pattern.compile("([a-z]+/)?[A-Za-z0-9][A-Za-z0-9.-]*");

  /** What the page asks for first; without thumbnails the storyboard is empty. */
  private record Title(String name, List<String> manifests, String storyboard) {}

  private final TitleFolder title;

  PlayerPage(TitleFolder title) {
    this.title = title;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    String name = exchange.getRequestURI().getPath().substring(PATH.length());
    if (name.equals("title.json")) {
      Title about = new Title(title.name(), title.manifests(), title.storyboard());
      byte[] json = new ObjectMapper().writeValueAsBytes(about);
      Reply.bytes(exchange, OK, "application/json", json);
    } else {
      sendResource(exchange, name.isEmpty() ? "index.html" : name);
    }
  }

  private static void sendResource(HttpExchange exchange, String name) throws IOException {
    try (InputStream resource = open(name)) {
      if (resource == null) {
        Reply.notFound(exchange);
      } else {
        Reply.bytes(exchange, OK, MediaTypes.ofKey(name), resource.readAllBytes());
      }
    }
  }

  private static InputStream open(String name) {
    boolean wellFormed = RESOURCE.matcher(name).matches();
    return wellFormed ? PlayerPage.class.getResourceAsStream("page/" + name) : null;
  }
}
