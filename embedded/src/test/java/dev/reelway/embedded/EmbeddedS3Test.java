package dev.reelway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser, and a person with a file manager, find at the embedded store. */
class EmbeddedS3Test {

  private static final String SEGMENT = "titles/t/tracks/v/segment-00001.m4s";

  @TempDir private Path data;
  private final HttpClient browser = HttpClient.newHttpClient();
  private EmbeddedS3 server;

  @BeforeEach
  void start() {
    server = EmbeddedS3.start(data, 0, "key", "secret");
    server.createBucket("reelway");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void get_publicObject_isServedToAnyPage() throws Exception {
    place(SEGMENT, "0123456789");
    HttpResponse<String> reply = get(SEGMENT, "Origin", "https://player.example");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("0123456789");
    assertThat(header(reply, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(reply, "Access-Control-Expose-Headers")).contains("ETag");
  }

  @Test
  void get_rangeOfPublicObject_givesThatRange() throws Exception {
    place(SEGMENT, "0123456789");
    HttpResponse<String> reply = get(SEGMENT, "Range", "bytes=2-4");
    assertThat(reply.statusCode()).isEqualTo(206);
    assertThat(reply.body()).isEqualTo("234");
    assertThat(header(reply, "Content-Range")).isEqualTo("bytes 2-4/10");
  }

  @Test
  void head_publicObject_tellsItsLength() throws Exception {
    place(SEGMENT, "0123456789");
    HttpResponse<String> reply = send(request(SEGMENT).method("HEAD", BodyPublishers.noBody()));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(header(reply, "Content-Length")).isEqualTo("10");
  }

  @Test
  void get_publicObjectThatIsNotThere_isMissing() throws Exception {
    assertThat(get(SEGMENT).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "masters/t/upload",
        "system/keys/admin.json",
        "titles",
        "titles/../masters/t/upload",
        "titles/%2e%2e/masters/t/upload",
        "titles/t/%2e%2e/%2e%2e/masters/t/upload",
        "titles//../masters/t/upload",
        "",
        "?list-type=2&prefix=titles/",
        "?uploads"
      })
  void get_anythingElseWithoutCredentials_isDenied(String key) throws Exception {
    Path secret = place("masters/t/upload", "secret");
    place("system/keys/admin.json", "secret");
    secret.toFile().setReadable(true, false);
    HttpResponse<String> reply = get(key);
    assertThat(reply.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(reply.body()).doesNotContain("secret");
  }

  @Test
  void put_withoutCredentials_isDenied() throws Exception {
    HttpResponse<String> put = send(request(SEGMENT).PUT(BodyPublishers.ofString("x")));
    assertThat(put.statusCode()).isEqualTo(403);
    place(SEGMENT, "x");
    assertThat(send(request(SEGMENT).DELETE()).statusCode()).isEqualTo(403);
    assertThat(server.bucketFolder("reelway").resolve(SEGMENT)).exists();
  }

  @Test
  void options_preflightOfAnUpload_isAllowed() throws Exception {
    HttpResponse<String> reply =
        send(
            request("masters/t/upload")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://portal.example")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type"));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(header(reply, "Access-Control-Allow-Methods")).contains("PUT");
  }

  @Test
  void get_fileMovedIn_keepsItsEtagOverARestart() throws Exception {
    place(SEGMENT, "x");
    String etag = header(get(SEGMENT), "ETag");
    assertThat(etag).isNotEmpty();
    stop();
    start();
    assertThat(header(get(SEGMENT), "ETag")).isEqualTo(etag);
  }

  @Test
  void get_fileReplacedByAnother_hasAnotherEtag() throws Exception {
    place(SEGMENT, "x");
    String etag = header(get(SEGMENT), "ETag");
    place(SEGMENT, "y");
    assertThat(header(get(SEGMENT), "ETag")).isNotEqualTo(etag);
  }

  @Test
  void start_afterAKill_sweepsWhatWasOnItsWayInAndNothingElse() throws IOException {
    stop();
    String uuid = UUID.randomUUID().toString();
    Path incoming = file(data.resolve(".incoming").resolve(uuid));
    Path bucket = data.resolve("reelway");
    Path stub = file(bucket.resolve(".mpus-" + uuid + "-masters/t/big-stub"));
    Path part = file(bucket.resolve(".mpus-" + uuid + "-masters/t/big-1"));
    Path halfPart = file(bucket.resolve(".mpus-" + uuid + "-masters/t/big-2-" + uuid));
    Path halfObject = file(bucket.resolve("masters/t/big-" + uuid));
    Path movedIn = file(bucket.resolve("masters/t/small-" + uuid));
    start();
    assertThat(incoming).doesNotExist();
    assertThat(halfPart).doesNotExist();
    assertThat(halfObject).doesNotExist();
    assertThat(stub).exists();
    assertThat(part).exists();
    assertThat(movedIn).exists();
  }

  @Test
  void start_folderInUse_isRefusedInPlainWords() {
    assertThatThrownBy(() -> EmbeddedS3.start(data, 0, "key", "secret"))
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.OUTPUT_IN_USE))
        .hasMessageContaining("Another Reelway server is running on the data folder " + data);
  }

  @Test
  void start_portInUse_isRefusedAndGivesTheFolderBack(@TempDir Path other) {
    int taken = server.endpoint().getPort();
    assertThatThrownBy(() -> EmbeddedS3.start(other, taken, "key", "secret"))
        .hasMessageContaining("cannot listen on 127.0.0.1:" + taken);
    EmbeddedS3.start(other, 0, "key", "secret").close();
  }

  private Path place(String key, String text) throws IOException {
    Path file = server.bucketFolder("reelway").resolve(key);
    Files.createDirectories(file.getParent());
    Path made = Files.writeString(data.resolve("made-elsewhere"), text);
    return Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path file(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private HttpResponse<String> get(String key, String... headers) throws Exception {
    HttpRequest.Builder request = request(key);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpRequest.Builder request(String key) {
    return HttpRequest.newBuilder(URI.create(server.endpoint() + "/reelway/" + key));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }
}
