package dev.reelway.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The HTTP API of a fleet, as one caller sees it. */
final class FleetApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final String url;
  private final String key;
  private final HttpClient client = HttpClient.newHttpClient();

  FleetApi(String url, String key) {
    this.url = url;
    this.key = key;
  }

  /** The same API for another caller. */
  FleetApi as(String otherKey) {
    return new FleetApi(url, otherKey);
  }

  String url() {
    return url;
  }

  String key() {
    return key;
  }

  /** Whether all of the server's checks pass. */
  boolean isReady() throws InterruptedException {
    try {
      return send(request("/readyz").GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Posts; demands success. */
  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    HttpResponse<String> reply =
        send(
            request("/api/v1/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
    assertThat(reply.statusCode()).as("POST %s: %s", path, reply.body()).isBetween(200, 299);
    return reply.body().isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(reply.body());
  }

  /** What is there; nothing while the server is away or knows of nothing. */
  JsonNode get(String path) throws InterruptedException {
    try {
      HttpResponse<String> reply = send(request("/api/v1/" + path).GET());
      return reply.statusCode() == 200 ? MAPPER.readTree(reply.body()) : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** A title's status. */
  JsonNode title(String id) throws InterruptedException {
    return get("titles/" + id);
  }

  String phase(String id) throws InterruptedException {
    return title(id).path("phase").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
