package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.FakeMasters;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.accept.upload.StagedUploads;
import dev.reelway.ingest.accept.upload.UploadedMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads by tus, as a client that knows only the protocol does them. */
final class UploadsApiTest {

  private static final byte[] MASTER = "0123456789abcdefghij".getBytes(StandardCharsets.US_ASCII);
  private static final String ANNOUNCED =
      """
      {"fileName": "news.mov", "sizeBytes": 20, "title": {"id": "news", "name": "The News"}}\
      """;

  @TempDir private Path staging;

  private final ObjectStore store = new MemoryObjectStore();
  private final FakeMasters masters = new FakeMasters();
  private ApiFixture api;
  private String editor;

  @BeforeEach
  void start() {
    api = new ApiFixture(ApiFixture.CONFIG, store, masters, new StagedUploads(staging, taker()));
    editor = api.key("north", Role.EDITOR);
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void tus_inPieces_becomesTheTitleWithTheLastByte() {
    String url = announce();
    assertThat(patch(url, 0, 0, 8).header("Upload-Offset")).isEqualTo("8");
    assertThat(head(url)).isEqualTo("8");
    Answer last = patch(url, 8, 8, 20);
    assertThat(last.status()).isEqualTo(204);
    assertThat(last.header("Reelway-Title")).isEqualTo("/api/v1/titles/news");
    TitleMessage.Submit submit = (TitleMessage.Submit) api.sender.last();
    assertThat(submit.request().name()).isEqualTo("The News");
    assertThat(bytes(submit.request().master())).isEqualTo(MASTER);
    assertThat(staging).isEmptyDirectory();
  }

  @Test
  void tus_ofASidecar_endsInAnAddressThatATitleCanName() {
    Answer announced =
        api.post(
            editor,
            "/api/v1/uploads",
            "{\"fileName\": \"de.srt\", \"sizeBytes\": 20, \"purpose\": \"sidecar\"}");
    assertThat(announced.json().path("purpose").asText()).isEqualTo("sidecar");
    Answer last = patch(announced.json().path("url").asText(), 0, 0, 20);
    String source = last.header("Reelway-Source");
    assertThat(bytes(source)).isEqualTo(MASTER);
    assertThat(api.sender.sent()).isEmpty();
    assertThat(api.get(editor, announced.header("Location")).json().path("source").asText())
        .isEqualTo(source);
    Answer again = api.post(editor, announced.header("Location") + "/complete");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("source").asText()).isEqualTo(source);

    masters.put("s3://masters/news.mov", "m1");
    Answer title =
        api.post(
            editor,
            "/api/v1/titles",
            "{\"source\": \"s3://masters/news.mov\", \"sidecars\": [{\"source\": \""
                + source
                + "\", \"language\": \"de\"}]}");
    assertThat(title.status()).isEqualTo(201);
    assertThat(((TitleMessage.Submit) api.sender.last()).request().options().sidecars())
        .extracting(sidecar -> sidecar.source())
        .containsExactly(source);
  }

  @Test
  void announce_aSidecarWithMoreThanATitlesId_isRefused() {
    Answer answer =
        api.post(
            editor,
            "/api/v1/uploads",
            "{\"fileName\": \"de.srt\", \"sizeBytes\": 20, \"purpose\": \"sidecar\","
                + " \"title\": {\"id\": \"news\", \"priority\": \"bulk\"}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("an id at most");
  }

  @Test
  void announce_aSidecarOfAnothersTitle_isRefused() {
    masters.put("s3://masters/news.mov", "m1");
    api.post(editor, "/api/v1/titles", "{\"id\": \"news\", \"source\": \"s3://masters/news.mov\"}");
    Answer answer =
        api.post(
            api.key("south", Role.EDITOR),
            "/api/v1/uploads",
            "{\"fileName\": \"de.srt\", \"sizeBytes\": 20, \"purpose\": \"sidecar\","
                + " \"title\": {\"id\": \"news\"}}");
    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void tus_afterARestart_goesOnWhereItWas() {
    String url = announce();
    patch(url, 0, 0, 8);
    close();
    start();
    assertThat(head(url)).isEqualTo("8");
    assertThat(patch(url, 8, 8, 20).status()).isEqualTo(204);
    assertThat(api.sender.sent()).hasSize(1);
  }

  @Test
  void tus_connectionBreaksInTheMiddle_keepsWhatCame() throws IOException {
    String url = announce();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PATCH "
                  + url
                  + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                  + editor
                  + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Length: 20"
                  + "\r\nContent-Type: application/offset+octet-stream\r\n\r\n01234")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Eventually.until(() -> head(url).equals("5"));
    }
    Eventually.until(() -> patch(url, 5, 5, 20).status() == 204);
    assertThat(bytes(((TitleMessage.Submit) api.sender.last()).request().master()))
        .isEqualTo(MASTER);
  }

  @Test
  void patch_wrongOffset_isAConflict() {
    String url = announce();
    patch(url, 0, 0, 8);
    assertThat(patch(url, 4, 4, 20).status()).isEqualTo(409);
    assertThat(patch(url, 12, 12, 20).status()).isEqualTo(409);
    assertThat(head(url)).isEqualTo("8");
  }

  @Test
  void patch_otherVersion_isRefusedWithOurs() {
    String url = announce();
    Map<String, String> headers = headers(0);
    headers.put("Tus-Resumable", "0.2.2");
    Answer answer = api.tus("PATCH", editor, url, headers, MASTER);
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
  }

  @Test
  void patch_otherMediaType_isRefused() {
    String url = announce();
    Map<String, String> headers = headers(0);
    headers.put("Content-Type", "video/mp4");
    assertThat(api.tus("PATCH", editor, url, headers, MASTER).status()).isEqualTo(415);
  }

  @Test
  void patch_moreThanAnnounced_isRefused() {
    String url = announce();
    Answer answer = api.tus("PATCH", editor, url, headers(0), new byte[21]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(api.sender.sent()).isEmpty();
  }

  @Test
  void patch_wrongChecksum_dropsTheBytes() throws Exception {
    String url = announce();
    Map<String, String> headers = headers(0);
    byte[] part = Arrays.copyOf(MASTER, 8);
    headers.put("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(new byte[20]));
    assertThat(api.tus("PATCH", editor, url, headers, part).status()).isEqualTo(460);
    assertThat(head(url)).isEqualTo("0");
    byte[] right = MessageDigest.getInstance("SHA-1").digest(part);
    headers.put("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(right));
    assertThat(api.tus("PATCH", editor, url, headers, part).status()).isEqualTo(204);
  }

  @Test
  void options_withoutAKey_tellTheProtocol() {
    Answer answer = api.tus("OPTIONS", "", "/api/v1/uploads/x/tus", Map.of(), new byte[0]);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Max-Size")).isEqualTo("10000000");
  }

  @Test
  void delete_halfAnUpload_removesItsBytes() {
    String url = announce();
    patch(url, 0, 0, 8);
    Map<String, String> version = Map.of("Tus-Resumable", "1.0.0");
    assertThat(api.tus("DELETE", editor, url, version, new byte[0]).status()).isEqualTo(204);
    assertThat(staging).isEmptyDirectory();
    assertThat(api.tus("DELETE", editor, url, version, new byte[0]).status()).isEqualTo(404);
  }

  @Test
  void upload_ofAnotherTenant_isNotThere() {
    String url = announce();
    String other = api.key("south", Role.EDITOR);
    assertThat(api.tus("PATCH", other, url, headers(0), MASTER).status()).isEqualTo(404);
    assertThat(api.get(other, url.replace("/tus", "")).status()).isEqualTo(404);
  }

  @Test
  void create_whatIsWrongWithTheTitle_isToldBeforeTheFirstByte() {
    assertThat(api.post(editor, "/api/v1/uploads", "{\"sizeBytes\": 20}").status()).isEqualTo(400);
    Answer ladder =
        api.post(
            editor,
            "/api/v1/uploads",
            "{\"fileName\":\"a\",\"sizeBytes\":20,\"title\":{\"ladder\":\"rungs: []\"}}");
    assertThat(ladder.code()).isEqualTo("LADDER_INVALID");
    Answer large =
        api.post(editor, "/api/v1/uploads", "{\"fileName\":\"a\",\"sizeBytes\":10000001}");
    assertThat(large.status()).isEqualTo(413);
  }

  @Test
  void create_moreThanMayBeOpen_isRefusedUntilOneIsGivenUp() {
    String form = "{\"fileName\": \"a.mov\", \"sizeBytes\": 20}";
    Answer first = api.post(editor, "/api/v1/uploads", form);
    api.post(editor, "/api/v1/uploads", form);
    api.post(editor, "/api/v1/uploads", form);
    assertThat(api.post(editor, "/api/v1/uploads", form).status()).isEqualTo(429);
    String id = first.json().path("uploadId").asText();
    assertThat(api.delete(editor, "/api/v1/uploads/" + id).status()).isEqualTo(204);
    assertThat(api.post(editor, "/api/v1/uploads", form).status()).isEqualTo(201);
  }

  @Test
  void complete_again_givesTheSameTitle() {
    String url = announce();
    patch(url, 0, 0, 20);
    Answer again = api.post(editor, url.replace("/tus", "/complete"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("titleId").asText()).isEqualTo("news");
    Answer upload = api.get(editor, url.replace("/tus", ""));
    assertThat(upload.json().path("complete").asBoolean()).isTrue();
  }

  @Test
  void complete_title_tellsTheFilesOwnName() {
    String url = announce();
    patch(url, 0, 0, 20);
    Answer title = api.get(editor, "/api/v1/titles/news");
    assertThat(title.json().path("fileName").asText()).isEqualTo("news.mov");
    assertThat(title.json().path("master").asText()).doesNotContain("news.mov");
  }

  @Test
  void complete_bytesMissing_isAConflict() {
    String url = announce();
    patch(url, 0, 0, 8);
    assertThat(api.post(editor, url.replace("/tus", "/complete")).status()).isEqualTo(409);
  }

  @Test
  void abandoned_uploadThatNobodyGoesOnWith_isListedAndRemoved() {
    announce();
    assertThat(api.uploads.abandoned(Instant.EPOCH)).isEmpty();
    var abandoned = api.uploads.abandoned(Instant.now().plusSeconds(60));
    assertThat(abandoned).hasSize(1);
    api.uploads.remove(abandoned.get(0).id());
    assertThat(staging).isEmptyDirectory();
    assertThat(api.uploads.abandoned(Instant.now().plusSeconds(60))).isEmpty();
  }

  private String announce() {
    Answer answer = api.post(editor, "/api/v1/uploads", ANNOUNCED);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("url").asText();
  }

  private Answer patch(String url, long offset, int from, int to) {
    return api.tus("PATCH", editor, url, headers(offset), Arrays.copyOfRange(MASTER, from, to));
  }

  private String head(String url) {
    return api.tus("HEAD", editor, url, Map.of("Tus-Resumable", "1.0.0"), new byte[0])
        .header("Upload-Offset");
  }

  private static Map<String, String> headers(long offset) {
    return new HashMap<>(
        Map.of(
            "Tus-Resumable", "1.0.0",
            "Upload-Offset", Long.toString(offset),
            "Content-Type", "application/offset+octet-stream"));
  }

  private byte[] bytes(String address) {
    try (var object = store.get(address.substring("s3://own/".length())).orElseThrow()) {
      return object.readAllBytes();
    }
  }

  private UploadedMasters taker() {
    return new UploadedMasters() {
      @Override
      public String take(Path file, String titleId, String uploadId) {
        String key = StorageLayout.masterKey(titleId, uploadId);
        store.put(key, ObjectBody.ofFile(file, true), PutOptions.forKey(key));
        masters.put("s3://own/" + key, "uploaded");
        return "s3://own/" + key;
      }

      @Override
      public Optional<String> taken(String titleId, String uploadId) {
        String key = StorageLayout.masterKey(titleId, uploadId);
        return store.head(key).map(there -> "s3://own/" + key);
      }
    };
  }
}
