package dev.reelway.ingest.accept.http.portal;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What browsers let the portal's pages do: load our own scripts and styles, talk to this server and
 * to the few others that hold titles and take uploads, and nothing else.
 *
 * @param media servers of titles: played, shown and read
 * @param calls servers that are only called: uploads in parts, sign-in
 */
public record PagePolicy(Set<String> media, Set<String> calls) {

  /** Features of browsers that no page of ours has a use for. */
  private static final String PERMISSIONS =
      Stream.of(
              "accelerometer",
              "camera",
              "display-capture",
              "geolocation",
              "gyroscope",
              "magnetometer",
              "microphone",
              "midi",
              "payment",
              "usb")
          .map(feature -> feature + "=()")
          .collect(Collectors.joining(", "));

  /** Defensive copies. */
  public PagePolicy {
    media = Set.copyOf(media);
    calls = Set.copyOf(calls);
  }

  /** Of the addresses only scheme, host and port count. */
  public static PagePolicy of(Collection<URI> media, Collection<URI> calls) {
    return new PagePolicy(origins(media), origins(calls));
  }

  private static Set<String> origins(Collection<URI> addresses) {
    return addresses.stream().map(PagePolicy::origin).collect(Collectors.toUnmodifiableSet());
  }

  /** {@code https://host:port} of an address. */
  static String origin(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  /** The headers of every answer that is the portal's. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", contentPolicy());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Permissions-Policy", PERMISSIONS);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    return headers;
  }

  // Players put media together from blobs and work in workers that they make of blobs; hls.js and
  // Shaka Player begin a text track with an empty file of the address itself.
  private String contentPolicy() {
    Set<String> called = new LinkedHashSet<>(sorted(media));
    called.addAll(sorted(calls));
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        directive("img-src 'self' data: blob:", sorted(media)),
        directive("media-src 'self' data: blob:", sorted(media)),
        directive("connect-src 'self'", called),
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  private static String directive(String start, Collection<String> more) {
    return Stream.concat(Stream.of(start), more.stream()).collect(Collectors.joining(" "));
  }

  private static Collection<String> sorted(Collection<String> origins) {
    return origins.stream().sorted().toList();
  }
}
