package dev.reelway.cli.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The HTTP API with one key, as another program calls it. */
public record UpApi(String server, String key) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** With the key that {@code up} printed. */
  public static UpApi admin(UpProgram up) {
    return new UpApi(up.api(), up.out().replaceAll("(?s).*Admin key[^:]*: (\\S+).*", "$1"));
  }

  public HttpResponse<String> send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server).resolve(path))
            .method(method, BodyPublishers.ofByteArray(body))
            .header("Authorization", "Bearer " + key);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(send("GET", path, new byte[0]).body());
  }

  public JsonNode post(String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> reply =
        send(
            "POST",
            path,
            json.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json");
    return new ObjectMapper().readTree(reply.body());
  }

  /** Saves a ladder. */
  public void putLadder(String name, String yaml) throws IOException, InterruptedException {
    send(
        "PUT",
        "/api/v1/profiles/" + name,
        yaml.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/yaml");
  }

  /** The phase of a title, or nothing while it is not known. */
  public String phase(String titleId) {
    return read("/api/v1/titles/" + titleId).path("phase").asText();
  }

  /** The same as {@link #get}, for conditions that are waited for. */
  public JsonNode read(String path) {
    try {
      return get(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
