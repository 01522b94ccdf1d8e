package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who sign in at an identity provider on another origin. */
@ExtendWith(PortalExtension.class)
class SignInIT {

  @BeforeEach
  void grantAsUsual(Portal portal) {
    portal.installation().provider().grantFor(Duration.ofHours(1), false);
  }

  @Test
  void person_signedIn_hasTheirRoleUntilTheySignOut(Portal portal) throws Exception {
    PortalWindow window = portal.openAt(portal.line().uri());
    window.open("/titles?query=none");
    signIn(portal, window, "makers");
    window.awaitHeading("Titles");
    window.awaitText("No title fits");
    assertThat(window.page().url()).endsWith("/titles?query=none");

    window.open("/access");
    window.awaitText("Somebody of makers");
    window.awaitText("Editor");
    assertThat(window.statusOf("GET", "/api/v1/keys")).isEqualTo(403);
    assertThat(window.statusOf("GET", "/api/v1/me")).isEqualTo(200);

    window.choose("Account", "Sign out");
    window.await(providers(portal, window));
    assertThat(window.page().evaluate("sessionStorage.length + localStorage.length")).isEqualTo(0);
  }

  @Test
  void person_withoutRoleOrConsent_staysOutside(Portal portal) {
    PortalWindow window = portal.openAt(portal.line().uri());
    window.open("/");
    signIn(portal, window, "strangers");
    window.await(window.page().getByText("Your account has no role here."));
    signIn(portal, window, "");
    window.await(window.page().getByText("The provider did not let you in: access_denied."));
    window.page().reload();
    window.await(providers(portal, window));
    assertThat(window.page().getByText("did not let you in").count()).isZero();
  }

  @Test
  void token_renewed_theSessionGoesOn(Portal portal) {
    portal.installation().provider().grantFor(Duration.ofSeconds(30), true);
    PortalWindow window = portal.openAt(portal.line().uri());
    window.open("/");
    signIn(portal, window, "makers");
    window.awaitHeading("Titles");
    String token = "sessionStorage.getItem('reelway.session')";
    String before = (String) window.page().evaluate(token);
    window.await(token + " !== '" + before + "'");
    assertThat(window.statusOf("GET", "/api/v1/me")).isEqualTo(200);
  }

  @Test
  void token_over_leadsBackToSigningIn(Portal portal) {
    PortalWindow window = portal.openAt(portal.line().uri());
    window.open("/");
    signIn(portal, window, "makers");
    window.awaitHeading("Titles");
    window
        .page()
        .evaluate(
            "token => sessionStorage.setItem('reelway.session', token)",
            portal.installation().provider().oldToken("makers"));
    window.page().reload();
    window.await(window.page().getByText("You were signed out"));
    window.await(providers(portal, window));
  }

  @Test
  void policy_letsPagesCallTheProviderAndTheStore(Portal portal) {
    PortalWindow window = portal.openAt(portal.line().uri());
    Response answer = window.page().navigate(portal.line().uri().toString());
    String policy = answer.headerValue("content-security-policy");
    List<String> called =
        Stream.of(policy.split("; "))
            .filter(directive -> directive.startsWith("connect-src "))
            .flatMap(directive -> Stream.of(directive.split(" ")).skip(1))
            .toList();
    assertThat(called)
        .containsExactlyInAnyOrder(
            "'self'",
            portal.installation().provider().issuer().toString(),
            portal.installation().up().store());
    assertThat(policy).contains("form-action 'self'").doesNotContain("unsafe").doesNotContain("*");
  }

  private static Locator providers(Portal portal, PortalWindow window) {
    return window.button("Sign in at " + portal.installation().provider().issuer().getAuthority());
  }

  private static void signIn(Portal portal, PortalWindow window, String group) {
    window.press(providers(portal, window));
    window.awaitHeading("Who are you?");
    window.page().getByLabel("Group").fill(group);
    window.press(window.button("Agree"));
  }
}
