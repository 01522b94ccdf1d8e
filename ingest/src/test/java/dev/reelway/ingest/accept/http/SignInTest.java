package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Role;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys and people: who gets in, as whom, and who does not. */
final class SignInTest {

  private static final String ME = "/api/v1/me";

  private final FakeIssuer issuer = new FakeIssuer();
  private final ApiFixture api = ApiFixture.start(ApiFixture.CONFIG.with(issuer.config()));

  @AfterEach
  void close() {
    api.close();
    issuer.close();
  }

  @Test
  void signIn_withAProvider_namesWhatAPageNeeds() {
    Eventually.until(() -> api.get("", "/api/v1/sign-in").json().has("oidc"));
    JsonNode oidc = api.get("", "/api/v1/sign-in").json().path("oidc");
    assertThat(oidc.path("clientId").asText()).isEqualTo(FakeIssuer.CLIENT);
    assertThat(oidc.path("authorizationEndpoint").asText()).endsWith("/authorize");
    Answer page =
        api.sendUnchecked(api.request("", "/").header("Accept", "text/html").GET().build());
    assertThat(page.header("Content-Security-Policy"))
        .contains("connect-src 'self' https://cdn.example " + issuer.issuer());
  }

  @Test
  void signIn_withoutAProvider_areKeysAlone() {
    try (ApiFixture plain = ApiFixture.start()) {
      JsonNode ways = plain.get("", "/api/v1/sign-in").json();
      assertThat(ways.path("keys").asBoolean()).isTrue();
      assertThat(ways.has("oidc")).isFalse();
      assertThat(plain.get(issuer.token(issuer.claims()), ME).status()).isEqualTo(401);
    }
  }

  @Test
  void me_ofAKey_tellsItsNameAndRole() {
    JsonNode me = api.get(api.key("north", Role.OPERATOR), ME).json();
    assertThat(me.path("kind").asText()).isEqualTo("key");
    assertThat(me.path("name").asText()).isEqualTo("test");
    assertThat(me.path("role").asText()).isEqualTo("operator");
    assertThat(me.path("tenant").asText()).isEqualTo("north");
  }

  @Test
  void me_ofAPerson_isWhatTheClaimsSay() {
    JsonNode me = api.get(issuer.token(issuer.claims()), ME).json();
    assertThat(me.path("kind").asText()).isEqualTo("person");
    assertThat(me.path("id").asText()).isEqualTo("person:u-17");
    assertThat(me.path("name").asText()).isEqualTo("Ada Example");
    assertThat(me.path("role").asText()).isEqualTo("editor");
    assertThat(me.path("tenant").asText()).isEqualTo("north");
    assertThat(me.has("expiresAt")).isTrue();
  }

  @Test
  void write_byAPerson_isAuditedUnderTheirName() {
    api.view.accept(Examples.title("t1", "north", Phase.ENCODING));
    String token = issuer.token(issuer.claims());
    assertThat(api.post(token, "/api/v1/titles/t1/cancel").status()).isEqualTo(202);
    assertThat(api.delete(token, "/api/v1/titles/t1").status()).isEqualTo(403);
    assertThat(api.audit.latest(entry -> entry.keyId().equals("person:u-17"), 9)).hasSize(2);
  }

  @Test
  void person_sees_onlyTheirTenant() {
    api.view.accept(Examples.title("theirs", "south", Phase.ENCODING));
    assertThat(api.get(issuer.token(issuer.claims()), "/api/v1/titles/theirs").status())
        .isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void token_thatIsNotGood_is401(
      String what, BiFunction<FakeIssuer, JWTClaimsSet.Builder, String> spoil) {
    Answer answer = api.get(spoil.apply(issuer, issuer.claims()), ME);
    assertThat(answer.status()).as(what).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
  }

  private static Stream<Arguments> badTokens() {
    return Stream.of(
        bad("expired", (i, c) -> i.token(c.expirationTime(in(-60)))),
        bad("without an end", (i, c) -> i.token(c.expirationTime(null))),
        bad("of the future", (i, c) -> i.token(c.notBeforeTime(in(600)))),
        bad("forged", FakeIssuer::forged),
        bad("signed with the public key", FakeIssuer::signedWithThePublicKey),
        bad("signed by nobody", (i, c) -> FakeIssuer.unsigned(c)),
        bad("of another issuer", (i, c) -> i.token(c.issuer("https://evil.example"))),
        bad("for somebody else", (i, c) -> i.token(c.audience("other"))),
        bad("for nobody", (i, c) -> i.token(c.audience(List.of()))),
        bad("of nobody", (i, c) -> i.token(c.subject(null))),
        bad("without a role", (i, c) -> i.token(c.claim("realm", Map.of("groups", List.of())))),
        bad("with a role of another shape", (i, c) -> i.token(c.claim("realm", "team"))),
        bad("without a tenant", (i, c) -> i.token(c.claim("studio", null))),
        bad("with a tenant that is a path", (i, c) -> i.token(c.claim("studio", "../x"))),
        bad("changed", (i, c) -> changed(i.token(c))),
        bad("cut", (i, c) -> i.token(c).replaceAll("[^.]*$", "")));
  }

  private static Arguments bad(
      String what, BiFunction<FakeIssuer, JWTClaimsSet.Builder, String> spoil) {
    return Arguments.of(what, spoil);
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  /** Another body under the same signature. */
  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    return parts[0] + "." + parts[1].substring(0, parts[1].length() - 4) + "AAAA." + parts[2];
  }

  @Test
  void token_ofAKeyThatIsNew_isGoodOnceTheKeysAreReadAgain() {
    assertThat(api.get(issuer.token(issuer.claims()), ME).status()).isEqualTo(200);
    String old = issuer.token(issuer.claims().subject("somebody-else"));
    issuer.rotate();
    assertThat(api.get(issuer.token(issuer.claims()), ME).status()).isEqualTo(200);
    assertThat(api.get(old, ME).status()).isEqualTo(401);
  }

  @Test
  void tokens_withKeysThatNobodyKnows_doNotMakeUsAskTheProviderEachTime() {
    FakeIssuer stranger = new FakeIssuer();
    stranger.rotate();
    for (int i = 0; i < 20; i++) {
      assertThat(api.get(stranger.token(issuer.claims()), ME).status()).isEqualTo(401);
    }
    stranger.close();
    assertThat(issuer.keyRequests.get()).isLessThan(5);
  }

  @Test
  void provider_thatDoesNotAnswer_isToldAndKeysWorkOn() {
    String token = issuer.token(issuer.claims());
    issuer.close();
    try (ApiFixture fresh = ApiFixture.start(ApiFixture.CONFIG.with(issuer.config()))) {
      Answer answer = fresh.get(token, ME);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isNotEmpty();
      assertThat(fresh.get(fresh.key("north", Role.VIEWER), ME).status()).isEqualTo(200);
    }
  }
}
