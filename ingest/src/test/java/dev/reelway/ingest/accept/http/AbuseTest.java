package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.FakeMasters;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.StagedUploads;
import dev.reelway.ingest.accept.upload.UploadedMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may try who reach the portal: it is refused or does no harm, and it is logged. */
final class AbuseTest {

  private static final String TITLES = "/api/v1/titles";
  private static final String UPLOADS = "/api/v1/uploads";
  private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>";
  private static final int MOST_BYTES = 64 << 20;

  @TempDir private Path staging;

  private final FakeMasters masters = new FakeMasters();
  private ApiFixture api;
  private String editor;

  @BeforeEach
  void start() {
    api =
        new ApiFixture(
            ApiFixture.CONFIG,
            new MemoryObjectStore(),
            masters,
            new StagedUploads(staging, new NoTaker()));
    editor = api.key("north", Role.EDITOR);
    masters.put("s3://masters/film.mov", "e");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void script_inNameAndMetadata_isTextForEverybodyWhoReadsIt() {
    api.post(
        editor,
        TITLES,
        "{\"source\": \"s3://masters/film.mov\", \"id\": \"film\", \"name\": \"%1$s\","
                .formatted(SCRIPT)
            + " \"metadata\": {\"%1$s\": \"%1$s\"}}".formatted("<b>x</b>"));
    TitleRequest request = ((TitleMessage.Submit) api.sender.last()).request();
    api.view.accept(TitleDocument.accepted(request));
    Answer answer = api.get(editor, TITLES + "/film");
    assertThat(answer.json().path("name").asText()).isEqualTo(SCRIPT);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd",
        "..\\\\..\\\\windows\\\\system.ini",
        "/etc/passwd",
        "a/../../b.mov",
        "CON.mov",
        ".htaccess",
        "<script>x</script>.mov",
        "x.mov;rm -rf /",
        "$(id).mov",
        "\\u202Evom.exe",
      })
  void upload_fileNameThatPlaysTricks_neverBecomesAPath(String name) throws IOException {
    Answer answer =
        api.post(editor, UPLOADS, "{\"fileName\": \"%s\", \"sizeBytes\": 20}".formatted(name));
    assertThat(answer.status()).isIn(201, 400);
    try (Stream<Path> files = Files.walk(staging)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file -> {
                assertThat(file).startsWith(staging);
                assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}.*");
              });
    }
    assertThat(api.store.list(""))
        .allSatisfy(object -> assertThat(object.key()).matches("[a-z0-9/_.-]+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000.mov", "a\\r\\nX-Evil: 1.mov", "", "  "})
  void upload_fileNameThatIsNone_isRefused(String name) {
    Answer answer =
        api.post(editor, UPLOADS, "{\"fileName\": \"%s\", \"sizeBytes\": 20}".formatted(name));
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10000001", "9223372036854775807", "1e99"})
  void upload_sizeThatMayNotBe_isRefused(String size) {
    Answer answer =
        api.post(editor, UPLOADS, "{\"fileName\": \"a.mov\", \"sizeBytes\": " + size + "}");
    assertThat(answer.status()).isIn(400, 413);
  }

  @Test
  void upload_withoutEnd_isCutOffAndKeepsNoMoreThanAnnounced() throws IOException {
    JsonNode upload =
        api.post(editor, UPLOADS, "{\"fileName\": \"a.mov\", \"sizeBytes\": 20}").json();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port())) {
      String head =
          String.join(
              "\r\n",
              "PATCH %s HTTP/1.1",
              "Host: x",
              "Authorization: Bearer %s",
              "Tus-Resumable: 1.0.0",
              "Upload-Offset: 0",
              "Content-Type: application/offset+octet-stream",
              "Transfer-Encoding: chunked",
              "",
              "");
      OutputStream out = socket.getOutputStream();
      out.write(
          head.formatted(upload.path("url").asText(), editor).getBytes(StandardCharsets.US_ASCII));
      assertThat(writeUntilCutOff(out)).isLessThan(MOST_BYTES);
    }
    try (Stream<Path> files = Files.walk(staging)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(20));
    }
    Eventually.until(
        () ->
            api.refused.stream()
                .anyMatch(
                    line -> line.startsWith("Refused with 413 TOO_LARGE from 127.0.0.1, key")));
    assertThat(api.sender.sent()).isEmpty();
  }

  private static int writeUntilCutOff(OutputStream out) throws IOException {
    byte[] chunk = new byte[64 << 10];
    int written = 0;
    try {
      while (written < MOST_BYTES) {
        out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(chunk);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        written += chunk.length;
      }
    } catch (SocketException e) {
      return written; // cut off, as it should be
    }
    return written;
  }

  @Test
  void write_fromAPageElsewhere_isNotReadableThereAndNeedsAKeyThatPagesDoNotSend() {
    Answer answer =
        api.send(
            api.request("", TITLES)
                .header("Origin", "https://evil.example")
                .header("Cookie", "key=" + editor)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"source\": \"s3://masters/film.mov\"}"))
                .build());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(api.sender.sent()).isEmpty();
  }

  @Test
  void refusals_ofEveryKind_areLogged() {
    api.get("rw_nobody_" + "A".repeat(43), TITLES);
    api.get(editor, TITLES + "/%2e%2e%2fsystem");
    api.post(editor, TITLES, "{\"name\": \"" + "x".repeat(2_000_000) + "\"}");
    api.get(api.key("north", Role.VIEWER), "/api/v1/keys");
    Eventually.until(() -> api.refused.size() >= 4);
    assertThat(api.refused)
        .anyMatch(
            line ->
                line.startsWith(
                    "Refused with 401 UNAUTHENTICATED from 127.0.0.1, claims key nobody: GET"
                        + " /api/v1/titles"))
        .anyMatch(line -> line.contains("with 4") && line.contains("%2e%2e%2fsystem"))
        .anyMatch(line -> line.contains("with 413"))
        .anyMatch(line -> line.contains("with 403"));
    assertThat(api.refused).noneMatch(line -> line.contains("rw_"));
  }

  /** Takes nothing. */
  private static final class NoTaker implements UploadedMasters {
    @Override
    public String take(Path file, String titleId, String uploadId) {
      return "s3://own/" + StorageLayout.masterKey(titleId, uploadId);
    }

    @Override
    public Optional<String> taken(String titleId, String uploadId) {
      return Optional.empty();
    }
  }
}
