package dev.reelway.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The health check of a container, against roles in every state. */
final class HealthScriptTest {

  @Test
  void health_roleIsWell_endsWith0() throws Exception {
    try (Role role = new Role(200, "{\"ok\":true}")) {
      Result result = health(role.port());

      assertThat(result.output()).isEqualTo("{\"ok\":true}\n");
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void health_roleIsWedged_saysWhyAndEndsWith1() throws Exception {
    try (Role role = new Role(503, "{\"ok\":false}")) {
      Result result = health(role.port());

      assertThat(result.output()).isEqualTo("{\"ok\":false}\n");
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void health_otherPath_isAsked() throws Exception {
    try (Role role = new Role(200, "{}")) {
      assertThat(health(role.port(), "/readyz").exitCode()).isZero();
      assertThat(role.lastPath).isEqualTo("/readyz");
    }
  }

  @Test
  void health_nobodyListens_endsWith1() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(health(port).exitCode()).isEqualTo(1);
  }

  private static Result health(int port, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("../docker/bin/health");
    builder.command().addAll(java.util.List.of(arguments));
    builder.environment().put("REELWAY_TELEMETRY_PORT", Integer.toString(port));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int exitCode, String output) {}

  /** A role that always says the same. */
  private static final class Role implements AutoCloseable {
    private final HttpServer server;
    private volatile String lastPath = "";

    Role(int status, String body) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            lastPath = exchange.getRequestURI().getPath();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
    }

    int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
