package dev.reelway.platform.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.config.TelemetryConfig;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small HTTP server for those who watch: {@code /metrics}, {@code /healthz} (is it worth keeping)
 * and {@code /readyz} (can it work), both with 200 or 503 and every check by name. It has threads
 * of its own, so that it answers when the role does not.
 */
public final class TelemetryServer implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int BACKLOG = 16;
  private static final String JSON = "application/json";

  private final HttpServer server;
  private final ExecutorService threads;

  private TelemetryServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Starts as configured; empty if no port is set. */
  public static Optional<TelemetryServer> start(
      TelemetryConfig config, Metrics metrics, Health health) {
    return config.port() == 0
        ? Optional.empty()
        : Optional.of(listen(new InetSocketAddress(config.host(), config.port()), metrics, health));
  }

  static TelemetryServer listen(InetSocketAddress address, Metrics metrics, Health health) {
    HttpServer server = bind(address);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "telemetry");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, metrics, health));
    server.start();
    return new TelemetryServer(server, threads);
  }

  /** Where it answers. */
  public URI address() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
    return URI.create("http://" + host + ":" + address.getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer bind(InetSocketAddress address) {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "The telemetry port " + address + " cannot be used: " + e.getMessage() + ".",
          e);
    }
  }

  private static void answer(HttpExchange exchange, Metrics metrics, Health health)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 405, "text/plain", "Only GET.\n".getBytes(StandardCharsets.UTF_8));
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/metrics" ->
            send(
                exchange,
                200,
                Metrics.MEDIA_TYPE,
                metrics.scrape().getBytes(StandardCharsets.UTF_8));
        case "/healthz" -> send(exchange, health.alive());
        case "/readyz" -> send(exchange, health.ready());
        default ->
            send(exchange, 404, "text/plain", "No such page.\n".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void send(HttpExchange exchange, HealthReport report) throws IOException {
    send(exchange, report.status(), JSON, Json.write(report));
  }

  private static void send(HttpExchange exchange, int status, String mediaType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", mediaType);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
