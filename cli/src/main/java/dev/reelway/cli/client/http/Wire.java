package dev.reelway.cli.client.http;

import dev.reelway.cli.client.server.ServerAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Sends requests to a server with its key, and says plainly why that does not work. */
public final class Wire {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final ServerAddress server;
  private final HttpClient client;

  Wire(ServerAddress server) {
    this.server = server;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT)
            .build();
  }

  /** A request; the key goes along only if {@code uri} is the server's own. */
  public HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (isOwn(uri)) {
      server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    }
    return request;
  }

  private boolean isOwn(URI uri) {
    return uri.getScheme().equals(server.uri().getScheme())
        && uri.getRawAuthority().equals(server.uri().getRawAuthority());
  }

  /** Sends it and waits for the answer, whatever that is. */
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body)
      throws InterruptedException {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new ProblemException(unreachable(request.uri(), e), e);
    }
  }

  private static Problem unreachable(URI uri, IOException failure) {
    String address = uri.getScheme() + "://" + uri.getRawAuthority();
    return Problem.found(
            Problem.SERVER_UNREACHABLE,
            sentence(address, failure),
            "Start a server with 'reelway up', or name another with --server or REELWAY_SERVER.")
        .passing();
  }

  private static String sentence(String address, IOException failure) {
    if (failure instanceof ConnectException) {
      return failure.getCause() instanceof UnresolvedAddressException
          ? "There is no machine of the name in " + address + "."
          : "No server answers at " + address + ".";
    }
    if (failure instanceof HttpTimeoutException) {
      return "The server at " + address + " took too long to answer.";
    }
    if (failure instanceof SSLException) {
      return "No secure connection to " + address + ": " + failure.getMessage() + ".";
    }
    return "The connection to " + address + " broke.";
  }
}
