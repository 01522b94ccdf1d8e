package dev.reelway.cli.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.reelway.cli.client.server.ServerAddress;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a server for what its HTTP API offers. An answer that is not a success is a {@link
 * ProblemException}. A read that comes too early waits as long as the server says and asks again; a
 * write never repeats itself.
 */
public final class ApiClient {

  /** Below this the API lies. */
  private static final String ROOT = "/api/v1/";

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_WAITS = 10;

  private final ServerAddress server;
  private final Wire wire;
  private final Consumer<String> notes;

  /**
   * Connects on the first request.
   *
   * @param notes takes a sentence when something keeps the caller waiting
   */
  public ApiClient(ServerAddress server, Consumer<String> notes) {
    this.server = server;
    this.wire = new Wire(server);
    this.notes = notes;
  }

  /** Whom it asks. */
  public ServerAddress server() {
    return server;
  }

  /** What sends the requests. */
  public Wire wire() {
    return wire;
  }

  /** A path below the API's root of segments that may hold any characters. */
  public static String path(String... segments) {
    return Stream.of(segments).map(ApiClient::escaped).collect(Collectors.joining("/"));
  }

  /** Reads. */
  public ApiReply get(String path) throws InterruptedException {
    return get(path, Map.of());
  }

  /** Reads with parameters; those that are empty are left out. */
  public ApiReply get(String path, Map<String, String> parameters) throws InterruptedException {
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + escaped(parameter.getValue()))
                .collect(Collectors.joining("&"));
    HttpRequest request = request(path + (query.isEmpty() ? "" : "?" + query)).GET().build();
    for (int waits = 0; ; waits++) {
      HttpResponse<byte[]> response = wire.send(request, BodyHandlers.ofByteArray());
      if (!RetryAfter.asks(response) || waits == MOST_WAITS) {
        return reply(response);
      }
      Duration pause = RetryAfter.of(response);
      notes.accept("The server asks to wait " + Math.max(1, pause.toSeconds()) + " s.");
      Thread.sleep(pause.toMillis());
    }
  }

  /** Asks for something to be done or made. */
  public ApiReply post(String path, Object body) throws InterruptedException {
    return write("POST", path, "application/json", Json.write(body));
  }

  /** Asks for something to be done that needs no more words. */
  public ApiReply post(String path) throws InterruptedException {
    return post(path, Map.of());
  }

  /** Stores a text. */
  public ApiReply put(String path, String mediaType, byte[] body) throws InterruptedException {
    return write("PUT", path, mediaType, body);
  }

  /** Removes. */
  public ApiReply delete(String path) throws InterruptedException {
    HttpRequest request = request(path).method("DELETE", BodyPublishers.noBody()).build();
    return reply(wire.send(request, BodyHandlers.ofByteArray()));
  }

  private ApiReply write(String method, String path, String mediaType, byte[] body)
      throws InterruptedException {
    BodyPublisher publisher = BodyPublishers.ofByteArray(body);
    HttpRequest request =
        request(path).header("Content-Type", mediaType).method(method, publisher).build();
    return reply(wire.send(request, BodyHandlers.ofByteArray()));
  }

  private HttpRequest.Builder request(String path) {
    return wire.request(URI.create(server.uri() + ROOT + path)).timeout(LONGEST);
  }

  private ApiReply reply(HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 != 2) {
      throw new ProblemException(problem(response));
    }
    return new ApiReply(server.toString(), response.statusCode(), response.body());
  }

  /** What an answer that is not a success says. */
  public Problem problem(HttpResponse<byte[]> response) {
    Problem problem = Problem.of(response.statusCode(), tree(response.body()), server.toString());
    if (!RetryAfter.asks(response)) {
      return problem;
    }
    String wait = "Try again in " + Math.max(1, RetryAfter.of(response).toSeconds()) + " s.";
    return new Problem(problem.status(), problem.code(), problem.detail(), wait, true);
  }

  private static JsonNode tree(byte[] body) {
    try {
      return Json.read(body, JsonNode.class, "The answer");
    } catch (ReelwayException e) {
      return MissingNode.getInstance(); // a page of a proxy, say
    }
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
