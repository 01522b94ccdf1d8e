package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers get that ask for the portal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortalPagesTest {

  private static final String SCRIPT = "/assets/app-1a2b3c.js";

  private final ApiFixture api = ApiFixture.start();

  @AfterAll
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/titles/news", "/titles/news?tab=plan", "/upload"})
  void page_anyAddressOfThePortal_isTheOnePage(String path) {
    Answer answer = page(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.body()).contains("Portal of the tests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/nothing", "/api/v1/nothing"})
  void page_unknownAddressOfTheApi_isARefusal(String path) {
    Answer answer = page(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void page_policy_allowsNothingButOursAndTheTitles() {
    Answer answer = page("/");
    assertThat(answer.header("Content-Security-Policy").split("; "))
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self' https://cdn.example",
            "media-src 'self' data: blob: https://cdn.example",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'");
    assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
  }

  @Test
  void asset_hashedName_isKeptForAYear() {
    Answer answer = api.sendUnchecked(api.request("", SCRIPT).GET().build());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/javascript");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
  }

  @Test
  void asset_unchanged_is304WithoutABody() {
    String etag = page("/").header("ETag");
    Answer again =
        api.sendUnchecked(
            api.request("", "/")
                .header("Accept", "text/html")
                .header("If-None-Match", etag)
                .GET()
                .build());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void asset_clientThatTakesGzip_getsItCompressed() throws Exception {
    HttpRequest request = api.request("", SCRIPT).header("Accept-Encoding", "gzip").build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(unzipped(answer.body())).startsWith("// A file of the portal");
    assertThat(answer.body()).hasSizeLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/gone.js",
        "/assets/",
        "/assets",
        "/assets/.",
        "/PortalFiles.class",
        "/assets/%2e%2e/PortalFiles.class",
        "/..%2fOpenApiRoute.class",
        "/%2e%2e/openapi.yaml",
      })
  void asset_thatIsNone_isARefusal(String path) {
    Answer answer = api.sendUnchecked(api.request("", path).header("Accept", "*/*").build());
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void write_anAddressOfThePortal_isRefused() {
    Answer answer =
        api.sendUnchecked(
            api.request("", "/")
                .header("Accept", "text/html")
                .POST(BodyPublishers.noBody())
                .build());
    assertThat(answer.status()).isEqualTo(404);
  }

  private Answer page(String path) {
    return api.sendUnchecked(
        api.request("", path).header("Accept", "text/html,*/*;q=0.8").GET().build());
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
