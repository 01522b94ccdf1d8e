package dev.reelway.conformance.place;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A package behind a web server or CDN. Sizes and headers come from HEAD, bytes from range
 * requests. Asks with an {@code Origin}, as a player on another site does.
 */
public final class HttpPlace implements Place {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ORIGIN = "https://player.example";
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int FORBIDDEN = 403;

  private final URI folder;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  /** The {@code folder} ends in {@code /}. */
  public HttpPlace(URI folder) {
    this.folder = folder;
  }

  @Override
  public String address() {
    return folder.toString();
  }

  @Override
  public Optional<Resource> open(String path) throws IOException {
    URI address = folder.resolve("./" + References.escaped(path));
    HttpRequest head = request(address).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<Void> answer = send(head, BodyHandlers.discarding());
    // A store that must not be listed answers "forbidden" for what is not there.
    return switch (answer.statusCode()) {
      case OK -> Optional.of(new HttpResource(address, headers(answer)));
      case NOT_FOUND, GONE, FORBIDDEN -> Optional.empty();
      default -> throw new IOException(address + " answers with " + answer.statusCode());
    };
  }

  @Override
  public boolean isWebServer() {
    return true;
  }

  @Override
  public Optional<List<String>> list() {
    return Optional.empty();
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Origin", ORIGIN);
  }

  private static Map<String, String> headers(HttpResponse<?> answer) {
    return answer.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().startsWith(":"))
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(", ", header.getValue()),
                (first, second) -> first + ", " + second));
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    try {
      return client.send(request, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading " + request.uri());
    }
  }

  private final class HttpResource implements Resource {
    private final URI address;
    private final Map<String, String> headers;

    HttpResource(URI address, Map<String, String> headers) {
      this.address = address;
      this.headers = headers;
    }

    @Override
    public Map<String, String> headers() {
      return headers;
    }

    @Override
    public long sizeBytes() throws IOException {
      String length = headers.get("content-length");
      if (length == null) {
        return send(request(address).build(), BodyHandlers.ofByteArray()).body().length;
      }
      try {
        return Long.parseLong(length);
      } catch (NumberFormatException e) {
        throw new IOException(address + " tells a length of " + length, e);
      }
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
      if (length == 0) {
        return new byte[0];
      }
      HttpRequest get =
          request(address).header("Range", "bytes=" + offset + "-" + (offset + length - 1)).build();
      HttpResponse<byte[]> answer = send(get, BodyHandlers.ofByteArray());
      byte[] bytes = answer.body();
      if (answer.statusCode() == OK && offset == 0 && bytes.length == length) {
        return bytes;
      }
      if (answer.statusCode() != PARTIAL) {
        throw new IOException(address + " answers a range with " + answer.statusCode());
      }
      if (bytes.length != length) {
        throw new EOFException(address + " ends at byte " + (offset + bytes.length));
      }
      return bytes;
    }
  }
}
