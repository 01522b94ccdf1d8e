package dev.reelway.ingest.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every test ends by what happens, not by how long it takes; the time-out only catches a hang. */
@Timeout(120)
final class WebhookPostTest {

  private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  private HttpServer server;
  private final CountDownLatch over = new CountDownLatch(1);
  private final WebhookPost patient = post(true, Duration.ofMinutes(1));
  private final WebhookPost impatient = post(true, Duration.ofMillis(300));

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    patient.close();
    impatient.close();
  }

  @Test
  void post_subscriberAnswers_givesItsStatus() throws IOException {
    AtomicReference<String> seen = new AtomicReference<>();
    server.createContext(
        "/hook",
        exchange -> {
          seen.set(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("webhook-id")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          answer(exchange, 202);
        });
    int status = patient.post(url("/hook?key=1"), Map.of("webhook-id", "e1"), BODY);
    assertThat(status).isEqualTo(202);
    assertThat(seen.get()).isEqualTo("POST /hook?key=1 e1 {\"a\":1}");
  }

  @Test
  void post_redirect_isNotFollowed() throws IOException {
    server.createContext(
        "/hook",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
          answer(exchange, 307);
        });
    assertThat(patient.post(url("/hook"), Map.of(), BODY)).isEqualTo(307);
  }

  @Test
  void post_subscriberHangs_givesUp() {
    server.createContext("/hook", exchange -> waitForEnd());
    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> impatient.post(url("/hook"), Map.of(), BODY));
  }

  @Test
  void post_answerDrips_givesUp() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dripping = new Thread(() -> drip(listener));
      dripping.setDaemon(true);
      dripping.start();
      URI url = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> impatient.post(url, Map.of(), BODY));
    }
  }

  @Test
  void post_slowBody_needsOnlyTheHeaders() throws IOException {
    server.createContext(
        "/hook",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000_000);
          exchange.getResponseBody().flush();
          waitForEnd();
        });
    assertThat(patient.post(url("/hook"), Map.of(), BODY)).isEqualTo(200);
  }

  @Test
  void post_noHttp_isAFailure() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread greeting = new Thread(() -> greet(listener));
      greeting.setDaemon(true);
      greeting.start();
      URI url = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> patient.post(url, Map.of(), BODY));
    }
  }

  @Test
  void post_privateAddress_neverConnects() throws IOException {
    AtomicReference<String> called = new AtomicReference<>();
    server.createContext(
        "/hook",
        exchange -> {
          called.set("yes");
          answer(exchange, 200);
        });
    try (WebhookPost guarded = post(false, Duration.ofMinutes(1))) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> guarded.post(url("/hook"), Map.of(), BODY))
          .withMessageContaining("private address");
    }
    assertThat(called.get()).isNull();
  }

  private static WebhookPost post(boolean allowPrivate, Duration limit) {
    return new WebhookPost(new AddressGuard(allowPrivate), limit);
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void waitForEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drip(ServerSocket listener) {
    try (Socket socket = listener.accept();
        OutputStream stream = socket.getOutputStream()) {
      stream.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      while (!over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        stream.write('x');
        stream.flush();
      }
    } catch (IOException | InterruptedException e) {
      // The other side has hung up, as it should.
    }
  }

  private static void greet(ServerSocket listener) {
    try (Socket socket = listener.accept();
        OutputStream stream = socket.getOutputStream()) {
      stream.write("220 mail.example ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The other side has hung up, as it may.
    }
  }
}
