package dev.reelway.ingest.accept.oidc;

/** The identity provider does not answer, so nobody knows yet whether a token is good. */
public final class ProviderAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderAway(String message, Throwable cause) {
    super(message, cause);
  }
}
