package dev.reelway.ingest.accept.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an identity provider says of itself (OpenID Connect Discovery 1.0, 3).
 *
 * @param issuer must be the one that was asked
 * @param jwksUri where its keys lie
 * @param authorizationEndpoint where browsers go to sign in
 * @param tokenEndpoint where pages change codes for tokens
 * @param endSessionEndpoint where browsers go to sign out
 */
public record Provider(
    String issuer,
    @JsonProperty("jwks_uri") URI jwksUri,
    @JsonProperty("authorization_endpoint") URI authorizationEndpoint,
    @JsonProperty("token_endpoint") URI tokenEndpoint,
    @JsonProperty("end_session_endpoint") Optional<URI> endSessionEndpoint) {

  /** The addresses that the portal's pages call. */
  public Set<URI> called() {
    return Stream.of(URI.create(issuer), tokenEndpoint).collect(Collectors.toUnmodifiableSet());
  }
}
