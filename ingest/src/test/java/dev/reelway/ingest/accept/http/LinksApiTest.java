package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Role;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that browsers open without a key. */
final class LinksApiTest {

  private static final String LINKS = "/api/v1/titles/t1/links";

  private final ApiFixture api = ApiFixture.start();
  private final String viewer = api.key("north", Role.VIEWER);

  @BeforeEach
  void publish() {
    api.view.accept(Examples.title("t1", "north", Phase.PUBLISHED));
    put(StorageLayout.ofTitle("t1").versionReportPageKey(2), "<html>Report 2</html>");
    put(StorageLayout.ofTitle("t1").versionReportPageKey(1), "<html>Report 1</html>");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void link_ofAReport_opensItWithoutAKey() {
    String url = link("{\"document\": \"report.html\"}");
    Answer page = api.get("", url);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Report 2");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("style-src 'unsafe-inline'")
        .contains("sandbox")
        .doesNotContain("script-src");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void link_ofAVersion_opensThatOneAndNoOther() {
    String url = link("{\"document\": \"report.html\", \"version\": 1}");
    assertThat(api.get("", url).body()).contains("Report 1");
    assertThat(api.get("", url.replace("version=1", "version=2")).status()).isEqualTo(401);
  }

  @Test
  void link_changedAnyhow_is401() {
    api.view.accept(Examples.title("t2", "north", Phase.PUBLISHED));
    String url = link("{\"document\": \"report.html\"}");
    assertThat(api.get("", url.replace("/t1/", "/t2/")).status()).isEqualTo(401);
    assertThat(api.get("", url.replace("report.html", "report")).status()).isEqualTo(401);
    assertThat(api.get("", url.replace(".north.", ".*.")).status()).isEqualTo(401);
    assertThat(api.get("", url.substring(0, url.length() - 2) + "AA").status()).isEqualTo(401);
    assertThat(api.get("", url.replaceAll("link=[0-9]+", "link=99999999999")).status())
        .isEqualTo(401);
    assertThat(api.get("", url.replaceAll("link=.*", "link=%00%3Cscript%3E")).status())
        .isEqualTo(401);
  }

  @Test
  void link_thatIsOver_is401() {
    Clock past = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
    String url =
        new Links(api.store, past)
            .sign("/api/v1/titles/t1/report.html", "north", past.instant().plus(Links.VALID_FOR));
    assertThat(api.get("", url).status()).isEqualTo(401);
    String good =
        new Links(api.store, past)
            .sign("/api/v1/titles/t1/report.html", "north", Instant.now().plusSeconds(60));
    assertThat(api.get("", good).status()).isEqualTo(200);
  }

  @Test
  void link_forWhatIsNoDocument_opensNothing() {
    String url =
        new Links(api.store, Clock.systemUTC())
            .sign("/api/v1/titles/t1", "north", Instant.now().plusSeconds(60));
    assertThat(api.get("", url).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"document\":\"../keys\"}", "{\"document\":\"plan\",\"version\":0}"})
  void create_unusableForm_isRefused(String form) {
    assertThat(api.post(viewer, LINKS, form).status()).isEqualTo(400);
  }

  @Test
  void create_forATitleOfAnotherTenant_isNotFound() {
    Answer answer = api.post(api.key("south", Role.ADMIN), LINKS, "{\"document\": \"report\"}");
    assertThat(answer.status()).isEqualTo(404);
  }

  private String link(String form) {
    Answer answer = api.post(viewer, LINKS, form);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json().path("url").asText();
  }

  private void put(String key, String text) {
    api.store.put(key, ObjectBody.ofText(text), PutOptions.forKey(key));
  }
}
