package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Caller;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.oidc.PersonTokens;
import dev.reelway.ingest.accept.oidc.Provider;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How one can sign in here, and as whom one did. */
final class SignInRoutes {

  private final Optional<PersonTokens> persons;

  SignInRoutes(Optional<PersonTokens> persons) {
    this.persons = persons;
  }

  void addTo(RouteList routes) {
    routes.open(HandlerType.GET, RouteList.BASE + "/sign-in", "getSignIn", this::signIn);
    routes.read("/me", "getMe", Role.VIEWER, this::me);
  }

  /** Keys always; the provider only while it answers. */
  record SignIn(boolean keys, Optional<Oidc> oidc) {}

  /** What a public client needs for a code with PKCE. */
  record Oidc(
      String issuer,
      String clientId,
      String scope,
      String authorizationEndpoint,
      String tokenEndpoint,
      Optional<String> endSessionEndpoint) {

    static Oidc of(PersonTokens persons, Provider provider) {
      return new Oidc(
          provider.issuer(),
          persons.config().clientId(),
          persons.config().wantedScope(),
          provider.authorizationEndpoint().toString(),
          provider.tokenEndpoint().toString(),
          provider.endSessionEndpoint().map(Object::toString));
    }
  }

  private void signIn(Call call) {
    call.answer(
        200,
        new SignIn(true, persons.flatMap(p -> p.provider().map(provider -> Oidc.of(p, provider)))));
  }

  /** Who calls. */
  record Me(
      String kind, String id, String name, Role role, String tenant, Optional<String> expiresAt) {}

  private void me(Call call) {
    Caller caller = call.caller();
    call.answer(
        200,
        new Me(
            caller.kind().name().toLowerCase(Locale.ROOT),
            caller.who().keyId(),
            caller.name(),
            caller.who().role(),
            caller.who().tenant(),
            caller.expiresAt().map(Instant::toString)));
  }
}
