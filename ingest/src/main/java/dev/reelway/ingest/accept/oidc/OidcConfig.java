package dev.reelway.ingest.accept.oidc;

import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.config.Limits;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Section {@code ingest.http.oidc}: an identity provider whose tokens the API takes beside its own
 * keys.
 *
 * @param issuer what tokens name as their issuer; its discovery document lies below it
 * @param clientId of the portal at the provider, a public client with PKCE
 * @param audience what access tokens are made out to, if not to the client
 * @param scope what the portal asks for
 * @param roleClaim where a token tells roles or groups: a claim, or a path such as {@code
 *     realm_access.roles}
 * @param roles which role each of them gives; nobody else gets in
 * @param tenantClaim where a token tells the tenant
 * @param tenant whose titles everybody works on who has no such claim
 */
public record OidcConfig(
    URI issuer,
    String clientId,
    Optional<String> audience,
    Optional<String> scope,
    String roleClaim,
    Map<String, Role> roles,
    Optional<String> tenantClaim,
    Optional<String> tenant) {

  private static final String USUAL_SCOPE = "openid profile email";

  /** Checks what is there; the configuration says what is missing. */
  public OidcConfig {
    roles = roles == null ? null : Map.copyOf(roles);
    Limits.check(issuer == null || isPrivate(issuer), "issuer", "must be an https address");
    Limits.check(clientId == null || !clientId.isBlank(), "clientId", "must not be empty");
  }

  /** What the portal asks for if nothing else is configured: who somebody is. */
  public String wantedScope() {
    return scope.orElse(USUAL_SCOPE);
  }

  // Or somebody in between could be the issuer. On one machine there is nobody in between.
  private static boolean isPrivate(URI issuer) {
    boolean local = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
    return "https".equalsIgnoreCase(issuer.getScheme())
        || ("http".equalsIgnoreCase(issuer.getScheme()) && local);
  }
}
