package dev.reelway.conformance.place;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** How a manifest's references lead to paths of a place, RFC 3986 clause 5. */
public final class References {
  private static final String ROOT = "reelway://place/";

  private References() {}

  /**
   * Resolves a reference against the path of the file (or the base, ending in {@code /}) that holds
   * it. Queries and fragments are dropped. Empty when it leads out of the place, or is no URI.
   */
  public static Optional<String> resolve(String from, String reference) {
    try {
      URI base = new URI("reelway", "place", "/" + from, null);
      URI target = base.resolve(new URI(reference.trim())).normalize();
      boolean inside =
          "reelway".equals(target.getScheme())
              && "place".equals(target.getAuthority())
              && !target.getRawPath().startsWith("/../");
      return inside ? Optional.of(target.getPath().substring(1)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Returns the path as a reference: what a URI does not allow is escaped. */
  static String escaped(String path) {
    try {
      return new URI("reelway", "place", "/" + path, null).toASCIIString().substring(ROOT.length());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }
}
