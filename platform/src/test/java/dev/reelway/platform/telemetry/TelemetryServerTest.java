package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.config.TelemetryConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TelemetryServerTest {
  private final Metrics metrics = new Metrics("worker", "1.2.3");
  private final Health health = new Health(Duration.ofMinutes(1));
  private final TelemetryServer server =
      TelemetryServer.listen(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), metrics, health);

  @AfterEach
  void close() {
    server.close();
    health.close();
    metrics.close();
  }

  @Test
  void metrics_asked_areTextForPrometheus() throws Exception {
    HttpResponse<String> response = get("/metrics");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(Metrics.MEDIA_TYPE);
    assertThat(response.body()).contains("reelway_build{role=\"worker\",version=\"1.2.3\"} 1.0");
  }

  @Test
  void probes_nothingWrong_are200() throws Exception {
    health.ready("storage", Optional::empty);

    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    assertThat(json("/readyz").at("/checks/storage").asText()).isEqualTo("ok");
  }

  @Test
  void probes_notReady_namesEveryReasonButKeepsTheProcess() throws Exception {
    health.ready("storage", () -> Optional.of("The bucket is not there."));
    health.ready(
        "kafka",
        () -> {
          throw new IllegalStateException("no broker");
        });

    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(json("/readyz").get("ok").asBoolean()).isFalse();
    assertThat(json("/readyz").at("/checks/storage").asText())
        .isEqualTo("The bucket is not there.");
    assertThat(json("/readyz").at("/checks/kafka").asText()).isEqualTo("no broker");
  }

  @Test
  void probes_wedged_isNeitherAliveNorReady() throws Exception {
    health.alive("executor", () -> Optional.of("It has not moved for 90 s."));

    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
  }

  @Test
  void probes_checkHangs_isAProblemAndIsNotAskedTwice() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    try (Health impatient = new Health(Duration.ofMillis(200))) {
      impatient.ready(
          "storage",
          () -> {
            asked.incrementAndGet();
            never.await();
            return Optional.empty();
          });

      assertThat(impatient.ready().status()).isEqualTo(503);
      assertThat(impatient.ready().checks().get("storage")).startsWith("No answer within");
      assertThat(asked).hasValueLessThan(2);
    }
  }

  @Test
  void otherPagesAndMethods_asked_areRefused() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    HttpRequest post =
        HttpRequest.newBuilder(server.address().resolve("/metrics"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(post, HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void start_noPort_isNoServer() {
    assertThat(TelemetryServer.start(TelemetryConfig.DEFAULT, metrics, health)).isEmpty();
  }

  @Test
  void start_portInUse_saysWhich() {
    int port = server.address().getPort();
    TelemetryConfig config =
        new TelemetryConfig(port, "127.0.0.1", Optional.empty(), false, "info");

    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> TelemetryServer.start(config, metrics, health))
        .withMessageContaining("The telemetry port")
        .withMessageContaining(Integer.toString(port));
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(get(path).body());
  }
}
