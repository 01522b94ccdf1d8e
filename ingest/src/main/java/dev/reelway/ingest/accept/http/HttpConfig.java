package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.oidc.OidcConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the API listens and what it bears.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param corsOrigins web pages from elsewhere that may call, such as {@code
 *     https://portal.example}; none by default
 * @param requestsPerSecond of a key, in the long run
 * @param burst requests of a key at once
 * @param eventStreams open at a time
 * @param eventHeartbeat longest silence on an event stream, so that proxies keep it
 * @param oidc an identity provider whose people may call, too
 */
public record HttpConfig(
    String host,
    int port,
    List<String> corsOrigins,
    int requestsPerSecond,
    int burst,
    int eventStreams,
    Duration eventHeartbeat,
    Optional<OidcConfig> oidc) {

  /** All addresses, port 8080, 50 requests a second. */
  public static final HttpConfig DEFAULT =
      new HttpConfig(
          "0.0.0.0", 8080, List.of(), 50, 200, 200, Duration.ofSeconds(15), Optional.empty());

  /** Checks the limits. */
  public HttpConfig {
    corsOrigins = List.copyOf(corsOrigins);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + "; write 0 to 65535");
    }
    if (requestsPerSecond < 1 || burst < 1 || eventStreams < 1) {
      throw new IllegalArgumentException(
          "requestsPerSecond, burst and eventStreams must be at least 1");
    }
  }

  /** The same for fewer or more requests of a key. */
  HttpConfig bearing(int perSecond, int atOnce) {
    return new HttpConfig(
        host, port, corsOrigins, perSecond, atOnce, eventStreams, eventHeartbeat, oidc);
  }

  /** The same with an identity provider. */
  HttpConfig with(OidcConfig provider) {
    return new HttpConfig(
        host,
        port,
        corsOrigins,
        requestsPerSecond,
        burst,
        eventStreams,
        eventHeartbeat,
        Optional.of(provider));
  }

  /** The same at another address. */
  public HttpConfig listeningOn(String otherHost, int otherPort) {
    return new HttpConfig(
        otherHost,
        otherPort,
        corsOrigins,
        requestsPerSecond,
        burst,
        eventStreams,
        eventHeartbeat,
        oidc);
  }
}
