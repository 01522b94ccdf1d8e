package dev.reelway.ingest.accept.oidc;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the identity provider what it offers, in the background: whoever calls meanwhile is not held
 * up, and a provider that is away keeps nobody with a key out.
 */
final class Discovery {

  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BELIEVED_FOR = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int LARGEST_BYTES = 256 * 1024;
  private static final String DOCUMENT = "/.well-known/openid-configuration";

  private final URI issuer;
  private final Clock clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private Optional<Provider> known = Optional.empty();
  private Instant askAgainAt = Instant.MIN;
  private boolean asking;

  Discovery(URI issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /** What the provider said last; asks again if that is long ago. */
  synchronized Optional<Provider> provider() {
    if (!asking && !clock.instant().isBefore(askAgainAt)) {
      asking = true;
      Thread thread = new Thread(this::ask, "oidc-discovery");
      thread.setDaemon(true);
      thread.start();
    }
    return known;
  }

  /** The same for who can wait a moment. */
  Optional<Provider> awaitProvider(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (this) {
      Optional<Provider> found = provider();
      while (found.isEmpty() && asking && System.nanoTime() - end < 0) {
        try {
          wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return known;
        }
        found = known;
      }
      return found;
    }
  }

  private void ask() {
    Optional<Provider> answer = Optional.empty();
    try {
      answer = Optional.of(read());
    } catch (IOException | ReelwayException | IllegalArgumentException e) {
      LOG.warn("The identity provider {} cannot be asked what it offers: {}", issuer, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done(answer);
    }
  }

  private synchronized void done(Optional<Provider> answer) {
    asking = false;
    askAgainAt = clock.instant().plus(answer.isPresent() ? BELIEVED_FOR : PAUSE);
    known = answer.or(() -> known);
    notifyAll();
  }

  private Provider read() throws IOException, InterruptedException {
    String base = issuer.toString().replaceAll("/+$", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + DOCUMENT)).timeout(PATIENCE).build();
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("it answered " + response.statusCode());
      }
      Provider provider =
          Json.read(body.readNBytes(LARGEST_BYTES), Provider.class, "The discovery document");
      // Or one provider could speak for another (OpenID Connect Discovery 1.0, 4.3).
      if (!issuer.toString().equals(provider.issuer())) {
        throw new IOException("it calls itself " + provider.issuer());
      }
      return provider;
    }
  }
}
