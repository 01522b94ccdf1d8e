package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.FakeMasters;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.audit.AuditEntry;
import dev.reelway.ingest.accept.upload.StagedUploads;
import dev.reelway.ingest.accept.upload.UploadedMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is refused can be found: in the server's log with code, caller and address, and writes
 * of known callers in the audit log, too. Secrets are in neither.
 */
final class RefusalsAreLoggedTest {

  private static final String TITLES = "/api/v1/titles";
  private static final String UPLOADS = "/api/v1/uploads";
  private static final String SECRET = "A".repeat(43);

  @TempDir private Path staging;

  private final FakeMasters masters = new FakeMasters();
  private ApiFixture api;
  private String editor;

  @BeforeEach
  void start() {
    start(ApiFixture.CONFIG);
  }

  private void start(HttpConfig config) {
    api =
        new ApiFixture(
            config,
            new MemoryObjectStore(),
            masters,
            new StagedUploads(staging, new NothingTaken()));
    editor = api.key("north", Role.EDITOR);
    masters.put("s3://masters/film.mov", "e");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void key_thatExpired_isLoggedByItsIdWithoutItsSecret() {
    Instant past = Instant.now().minusSeconds(1);
    String key = api.keys.issue("old", Role.ADMIN, "*", Optional.of(past), "").token();
    api.get(key, TITLES);
    expectLine("Refused with 401 UNAUTHENTICATED from 127.0.0.1, claims key " + id(key) + ": GET");
    expectNoSecretOf(key);
  }

  @Test
  void key_thatWasRevoked_isLoggedByItsId() {
    api.keys.revoke(id(editor));
    api.post(editor, TITLES, "{}");
    expectLine("Refused with 401 UNAUTHENTICATED from 127.0.0.1, claims key " + id(editor));
    expectNoSecretOf(editor);
  }

  @Test
  void key_thatIsForged_isLoggedByTheIdThatItClaims() {
    String forged = "rw_" + id(editor) + "_" + SECRET;
    api.get(forged, TITLES);
    expectLine("401 UNAUTHENTICATED from 127.0.0.1, claims key " + id(editor) + ": GET " + TITLES);
    expectNoSecretOf(forged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", "rw_../x_y"})
  void token_thatIsNone_isLoggedAsUnknown(String token) {
    api.get(token, TITLES);
    expectLine("Refused with 401 UNAUTHENTICATED from 127.0.0.1, unknown token: GET " + TITLES);
    assertThat(api.refused).noneMatch(line -> line.contains(token));
  }

  @Test
  void key_inThePath_isNotLogged() {
    api.sendUnchecked(api.request("", TITLES + "/" + editor).GET().build());
    expectLine("Refused with 401 UNAUTHENTICATED from 127.0.0.1: GET " + TITLES + "/…");
    expectNoSecretOf(editor);
  }

  @Test
  void link_thatIsForged_isLoggedWithoutItsSignature() {
    api.sendUnchecked(
        api.request("", TITLES + "/film/report.html?" + Links.PARAMETER + "=" + SECRET)
            .GET()
            .build());
    expectLine("from 127.0.0.1: GET " + TITLES + "/film/report.html");
    assertThat(api.refused).noneMatch(line -> line.contains("AAAA"));
  }

  @Test
  void role_thatIsTooLow_isInBothLogs() {
    api.delete(editor, TITLES + "/film");
    expectLine(
        "Refused with 403 FORBIDDEN from 127.0.0.1, key " + id(editor) + ": DELETE " + TITLES);
    expectAudited("deleteTitle", "FORBIDDEN");
  }

  @Test
  void title_ofAnotherTenant_isInBothLogs() {
    api.view.accept(Examples.title("theirs", "south", Phase.ENCODING));
    api.post(editor, TITLES + "/theirs/cancel");
    expectLine("Refused with 404 NOT_FOUND from 127.0.0.1, key " + id(editor) + ": POST");
    assertThat(expectAudited("cancelTitle", "NOT_FOUND").subject()).isEqualTo("theirs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/titles/../../healthz/x",
        "/api/v1/titles/%2e%2e/keys",
        "/api/v1/titles/..%2f..%2fsystem%2fkeys",
        "/api/v1/titles/a%00b",
        "/api/v1/titles/a%0d%0aX-Evil:%201",
        "/api/v1/titles/%3Cscript%3E",
        "/api/v1/titles/%c0%ae%c0%ae",
        "/api/v1/profiles/..%2f..%2fx",
        "/api/v1/uploads/..%2f..%2fx",
        "/api/v1/uploads/..%2f..%2fx/tus",
        "/api/v1/%zz",
      })
  void path_thatPlaysTricks_isLogged(String path) throws IOException {
    raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + editor);
    expectLine("from 127.0.0.1");
    assertThat(api.refused.get(0)).matches("Refused with 4\\d\\d [A-Z_]+ from .*");
    expectNoSecretOf(editor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'source': 's3://masters/film.mov', 'id': '../x'}",
        "{'source': 's3://masters/../secret'}",
        "{'source': 'file:///a/../../etc/passwd'}",
        "{'source': 's3://masters/film.mov', 'sidecars': [{'source': 's3://masters/../x.srt'}]}",
        "{'source': 's3://masters/film.mov', 'profile': '../../system/keys/x'}",
        "{'source': 's3://masters/film.mov', 'tenant': '../south'}",
        "{'source': 's3://masters/film.mov', 'metadata': {'reelway.trialOf': 'x'}}",
      })
  void submission_thatPlaysTricks_isInBothLogs(String form) {
    api.post(editor, TITLES, form.replace('\'', '"'));
    expectLine("Refused with 400 REQUEST_INVALID from 127.0.0.1, key " + id(editor) + ": POST");
    expectAudited("createTitle", "REQUEST_INVALID");
    assertThat(api.store.list("jobs/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fileName': 'a\\u0000.mov', 'sizeBytes': 20}",
        "{'fileName': 'a.mov', 'sizeBytes': 20, 'title': {'id': '../x'}}",
        "{'fileName': 'a.srt', 'sizeBytes': 20, 'purpose': 'sidecar', 'title': {'id': '../x'}}",
        "{'fileName': 'a.mov', 'sizeBytes': 0}",
      })
  void upload_thatPlaysTricks_isInBothLogs(String form) {
    api.post(editor, UPLOADS, form.replace('\'', '"'));
    expectLine("Refused with 400 REQUEST_INVALID from 127.0.0.1, key " + id(editor) + ": POST");
    expectAudited("createUpload", "REQUEST_INVALID");
  }

  @Test
  void upload_thatIsTooLarge_isInBothLogs() {
    api.post(editor, UPLOADS, "{\"fileName\": \"a.mov\", \"sizeBytes\": 10000001}");
    expectLine("Refused with 413 TOO_LARGE from 127.0.0.1, key " + id(editor) + ": POST");
    expectAudited("createUpload", "TOO_LARGE");
  }

  @Test
  void upload_thatSendsMoreThanAnnounced_isLogged() {
    JsonNode upload =
        api.post(editor, UPLOADS, "{\"fileName\": \"a.mov\", \"sizeBytes\": 20}").json();
    Map<String, String> headers =
        Map.of(
            "Tus-Resumable", "1.0.0",
            "Upload-Offset", "0",
            "Content-Type", "application/offset+octet-stream");
    String url = upload.path("url").asText();
    api.tus("PATCH", editor, url, headers, new byte[21]);
    expectLine("Refused with 413 TOO_LARGE from 127.0.0.1, key " + id(editor) + ": PATCH " + url);
  }

  @Test
  void body_thatIsTooLarge_isInBothLogs() {
    api.post(editor, TITLES, "{\"name\": \"" + "x".repeat(2_000_000) + "\"}");
    expectLine("Refused with 413 TOO_LARGE from 127.0.0.1, key " + id(editor) + ": POST");
    expectAudited("createTitle", "TOO_LARGE");
  }

  @Test
  void uploads_moreThanMayBeOpen_areInBothLogs() {
    for (int i = 0; i < 4; i++) {
      api.post(editor, UPLOADS, "{\"fileName\": \"a.mov\", \"sizeBytes\": 20}");
    }
    expectLine("Refused with 429 TOO_MANY_REQUESTS from 127.0.0.1, key " + id(editor) + ": POST");
    expectAudited("createUpload", "TOO_MANY_REQUESTS");
  }

  @Test
  void flood_ofAKey_isLoggedWithTheKey() {
    close();
    start(ApiFixture.CONFIG.bearing(1, 3));
    Eventually.until(() -> api.get(editor, TITLES).status() == 429);
    expectLine("Refused with 429 TOO_MANY_REQUESTS from 127.0.0.1, key " + id(editor) + ": GET");
  }

  @Test
  void flood_ofGuessedKeys_isLogged() {
    Eventually.until(() -> api.get("rw_nobody_" + SECRET, TITLES).status() == 429);
    expectLine("Refused with 429 TOO_MANY_REQUESTS from 127.0.0.1, claims key nobody: GET");
    assertThat(api.refused).noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void preflight_ofAPageElsewhere_isLoggedWithTheOrigin() {
    api.sendUnchecked(
        api.request("", TITLES)
            .header("Origin", "https://evil.example")
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", BodyPublishers.noBody())
            .build());
    expectLine("from 127.0.0.1, page of https://evil.example: OPTIONS " + TITLES);
  }

  @Test
  void write_fromAPageElsewhere_isLoggedWithTheOrigin() {
    api.send(
        api.request("", TITLES)
            .header("Origin", "https://evil.example")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{}"))
            .build());
    expectLine(
        "Refused with 401 UNAUTHENTICATED from 127.0.0.1, page of https://evil.example: POST");
  }

  private static String id(String key) {
    return key.split("_", 3)[1];
  }

  private void expectLine(String part) {
    Eventually.until(() -> api.refused.stream().anyMatch(line -> line.contains(part)));
  }

  private AuditEntry expectAudited(String operation, String outcome) {
    AuditEntry entry = api.audit.latest(e -> e.operation().equals(operation), 1).get(0);
    assertThat(entry.outcome()).isEqualTo(outcome);
    assertThat(entry.keyId()).isEqualTo(id(editor));
    assertThat(entry.remoteAddress()).isEqualTo("127.0.0.1");
    assertThat(entry.toString()).doesNotContain(editor.split("_", 3)[2]);
    return entry;
  }

  private void expectNoSecretOf(String key) {
    assertThat(api.refused).noneMatch(line -> line.contains(key.split("_", 3)[2]));
  }

  private void raw(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port())) {
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    }
  }

  /** Takes nothing. */
  private static final class NothingTaken implements UploadedMasters {
    @Override
    public String take(Path file, String titleId, String uploadId) {
      throw new AssertionError("nothing may be taken");
    }

    @Override
    public Optional<String> taken(String titleId, String uploadId) {
      return Optional.empty();
    }
  }
}
