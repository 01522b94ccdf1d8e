package dev.reelway.cli.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.play.Chromium;
import dev.reelway.cli.program.FolderDigest;
import dev.reelway.cli.program.Masters;
import dev.reelway.cli.program.ReelwayProcess;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole installation in one process, as a user who has just found it uses it. */
class UpIT {

  private static final String OTHER_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 144, preset: ultrafast, crf: 26, maxBitrate: 400k}
      """;

  @TempDir private static Path shared;
  private static Path master;
  private static Path ladder;
  private static Path otherLadder;
  private static Path watched;
  private static UpProgram up;
  private static UpApi admin;

  @BeforeAll
  static void start() throws Exception {
    master = Masters.television(shared);
    ladder = Masters.ladder(shared);
    otherLadder = Files.writeString(shared.resolve("other.yaml"), OTHER_LADDER);
    watched = Files.createDirectory(shared.resolve("watched"));
    up = UpProgram.start(shared, "--config", config());
    admin = UpApi.admin(up);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (up != null) {
      up.close();
    }
  }

  private static Path config() throws IOException {
    return Files.writeString(
        shared.resolve("config.yaml"),
        """
        ingest:
          webhooks: {allowPrivateAddresses: true}
          watchFolders:
            - {name: local, address: "%s", age: 1s, every: 1s, priority: express}
            - {name: bucket, address: "s3://reelway/incoming/", every: 1h}
        """
            .formatted(watched.toUri()));
  }

  @Test
  void up_started_saysWhereThingsAreAndWhatToTry() {
    assertThat(up.out())
        .containsPattern("Admin key, shown only now: rw_admin_\\S+\n")
        .containsPattern("ready +API +http://127\\.0\\.0\\.1:\\d+\n")
        .contains("Try: ");
  }

  @Test
  void submit_waited_publishesTheBytesThatEncodeMakes() throws Exception {
    Path folder = shared.resolve("encoded");
    ReelwayProcess.run("encode", master, "--ladder", ladder, "--out", folder).succeeded();

    String said =
        submit("same-bytes", "--name", "Waves <1>", "--ladder", ladder, "--wait").succeeded().out();

    assertThat(said)
        .contains("HLS      " + up.store() + "/reelway/titles/same-bytes/index.m3u8")
        .as("a file of this machine is named, not uploaded")
        .doesNotContain("Upload");
    assertThat(published("same-bytes"))
        .hasSizeGreaterThan(10)
        .isEqualTo(withoutVersions(FolderDigest.of(folder)));
    up.await(
        "a report under the title's name",
        () -> reportPage("same-bytes").contains(">Waves &lt;1&gt;</h1>"));
  }

  @Test
  void title_publicInTheStore_playsInABrowserOfAnotherOrigin() throws Exception {
    submit("played", "--ladder", ladder, "--wait").succeeded();

    HttpServer pages = pageWithPlayer(up.store() + "/reelway/titles/played/index.m3u8");
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.openPage();
      page.navigate("http://localhost:" + pages.getAddress().getPort() + "/");
      page.waitForFunction(
          "() => window.failed || document.getElementById('video').ended",
          null,
          new Page.WaitForFunctionOptions().setTimeout(120_000));
      assertThat(page.evaluate("window.failed")).isNull();
      assertThat(
              ((Number) page.evaluate("document.getElementById('video').duration")).doubleValue())
          .isBetween(8.0, 9.5);
      assertThat(page.evaluate("document.getElementById('video').videoHeight")).isNotEqualTo(0);
    } finally {
      pages.stop(0);
    }
  }

  private static HttpServer pageWithPlayer(String manifest) throws IOException {
    byte[] page =
        """
        <!doctype html><video id="video" muted></video><script src="/hls.js"></script><script>
        const video = document.getElementById('video');
        const hls = new Hls({enableWorker: false});
        hls.on(Hls.Events.ERROR, (_, e) => { if (e.fatal) window.failed = e.type + ' ' + e.details; });
        hls.on(Hls.Events.MANIFEST_PARSED, async () => {
          try { await video.play(); video.playbackRate = 2; } catch (e) { window.failed = String(e); }
        });
        hls.loadSource('%s');
        hls.attachMedia(video);
        </script>
        """
            .formatted(manifest)
            .getBytes(UTF_8);
    byte[] player;
    try (InputStream vendored =
        Chromium.class.getResourceAsStream("/dev/reelway/cli/play/page/vendor/hls.min.js")) {
      player = vendored.readAllBytes();
    }
    HttpServer server = HttpServer.create(loopback(), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean script = exchange.getRequestURI().getPath().endsWith(".js");
          byte[] body = script ? player : page;
          exchange
              .getResponseHeaders()
              .set("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void submit_theSameTwice_isOneTitle() throws Exception {
    Path copy = copyOfTiny("twice.mp4");
    JsonNode first = up.run("submit", copy, "--json").succeeded().json();
    JsonNode second = up.run("submit", copy, "--json").succeeded().json();

    assertThat(second.path("titleId").asText())
        .isNotEmpty()
        .isEqualTo(first.path("titleId").asText());
    assertThat(up.run("submit", copy).succeeded().out()).contains("is there already");
  }

  @Test
  void title_reencodedRolledBackTakenOffAndDeleted_followsEachWish() throws Exception {
    submit("lifecycle", "--ladder", ladder, "--wait").succeeded();
    SortedMap<String, String> first = published("lifecycle");

    up.run("reencode", "lifecycle", "--ladder", otherLadder).succeeded();
    up.await("version 2", () -> publicVersion("lifecycle") == 2);
    SortedMap<String, String> second = published("lifecycle");
    assertThat(second.get("index.m3u8")).isNotEqualTo(first.get("index.m3u8"));
    assertThat(second)
        .as("the old tracks stay for the way back")
        .containsAllEntriesOf(tracks(first));
    assertThat(up.run("versions", "lifecycle").succeeded().out())
        .containsPattern("(?m)^1 .* no$|(?m)^1 .* -$")
        .containsPattern("(?m)^2 .* yes$");

    up.run("rollback", "lifecycle").succeeded();
    awaitPhase("lifecycle", "PUBLISHED");
    up.await(
        "the old manifest",
        () -> digest("lifecycle").get("index.m3u8").equals(first.get("index.m3u8")));
    assertThat(published("lifecycle")).containsAllEntriesOf(first);

    up.run("unpublish", "lifecycle").succeeded();
    awaitPhase("lifecycle", "UNPUBLISHED");
    assertThat(digest("lifecycle").keySet()).doesNotContain("index.m3u8", "index.mpd");

    up.run("rollback", "lifecycle", "--to", 1).succeeded();
    awaitPhase("lifecycle", "PUBLISHED");
    assertThat(published("lifecycle")).containsAllEntriesOf(first);

    up.run("delete", "lifecycle", "--yes").succeeded();
    up.await("nothing is left", () -> objectsNaming("lifecycle").isEmpty());
    assertThat(up.run("status", "lifecycle").exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void title_awaitingItsStart_isMadeWhenToldTo() throws Exception {
    submit("patient", "--ladder", otherLadder, "--await-start", "--wait").succeeded();
    assertThat(admin.phase("patient")).isEqualTo("AWAITING_START");

    up.run("start", "patient").succeeded();

    awaitPhase("patient", "PUBLISHED");
  }

  @Test
  void upload_brokenOff_goesOnWhereItWas() throws Exception {
    byte[] bytes = Files.readAllBytes(master);
    JsonNode upload =
        admin.post(
            "/api/v1/uploads",
            """
            {"fileName": "a.mp4", "sizeBytes": %d,
             "title": {"id": "uploaded", "ladder": %s}}
            """
                .formatted(bytes.length, quoted(OTHER_LADDER)));
    assertThat(upload.path("kind").asText()).isEqualTo("tus");
    String url = upload.path("url").asText();
    int half = bytes.length / 2;
    assertThat(patch(url, 0, Arrays.copyOf(bytes, half))).isEqualTo(204);

    long offset =
        Long.parseLong(
            admin
                .send("HEAD", url, new byte[0], "Tus-Resumable", "1.0.0")
                .headers()
                .firstValue("Upload-Offset")
                .orElseThrow());
    assertThat(offset).isEqualTo(half);
    assertThat(patch(url, 0, Arrays.copyOf(bytes, half))).as("from the start again").isEqualTo(409);
    assertThat(patch(url, half, Arrays.copyOfRange(bytes, half, bytes.length))).isEqualTo(204);

    awaitPhase("uploaded", "PUBLISHED");
    try (Stream<Path> masters = Files.list(up.bucket().resolve("masters/uploaded"))) {
      assertThat(masters)
          .singleElement()
          .satisfies(file -> assertThat(file).hasBinaryContent(bytes));
    }
  }

  private static int patch(String url, long offset, byte[] body) throws Exception {
    return admin
        .send(
            "PATCH",
            url,
            body,
            "Tus-Resumable",
            "1.0.0",
            "Upload-Offset",
            Long.toString(offset),
            "Content-Type",
            "application/offset+octet-stream")
        .statusCode();
  }

  @Test
  void key_ofAnotherTenant_seesAndChangesNothing() throws Exception {
    up.run("submit", copyOfTiny("private.mp4"), "--id", "private").succeeded();
    JsonNode made =
        up.run("keys", "create", "ann", "--role", "editor", "--tenant", "ann", "--json")
            .succeeded()
            .json();
    UpApi ann = new UpApi(up.api(), made.path("key").asText());

    assertThat(ann.get("/api/v1/titles").path("total").asInt(-1)).isZero();
    assertThat(ann.get("/api/v1/titles/private").path("status").asInt()).isEqualTo(404);
    assertThat(ann.post("/api/v1/titles/private/cancel", "").path("status").asInt()).isEqualTo(404);
    assertThat(new UpApi(up.api(), "rw_x_y").get("/api/v1/titles").path("status").asInt())
        .isEqualTo(401);
  }

  @Test
  void ingestTopic_request_becomesATitle() throws Exception {
    ingest(
        """
        {"schema": 1, "tenant": "films", "id": "from-topic", "source": "%s"}
        """
            .formatted(copyOfTiny("topic.mp4").toUri()));

    awaitPhase("from-topic", "PUBLISHED");
    assertThat(admin.get("/api/v1/titles/from-topic").path("tenant").asText()).isEqualTo("films");
  }

  @Test
  void ingestTopic_badRecord_isADeadLetterWithTheReason() throws Exception {
    ingest(
        "{\"schema\": 1, \"tenant\": \"films\", \"source\": \"s3://reelway/x\", \"priorty\": 1}");

    up.await("a dead letter", () -> runs("dlq", "list").contains("REQUEST_INVALID"));
    JsonNode letter = admin.get("/api/v1/dead-letters").path("deadLetters").path(0);
    assertThat(up.run("dlq", "show", letter.path("id").asText()).succeeded().out())
        .contains("'priorty' is unknown", "reelway dlq replay");
  }

  @Test
  void notification_ofAnObjectInAWatchedPrefix_becomesATitle() throws Exception {
    Path object = up.bucket().resolve("incoming/new film.mp4");
    Files.createDirectories(object.getParent());
    Files.copy(copyOfTiny("incoming.mp4"), object);

    ingest(
        """
        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-west-1",
          "eventTime": "2026-03-01T20:15:00.123Z", "eventName": "ObjectCreated:Put",
          "s3": {"s3SchemaVersion": "1.0", "bucket": {"name": "reelway"},
                 "object": {"key": "incoming/new+film.mp4", "size": %d, "sequencer": "1"}}}]}
        """
            .formatted(Files.size(object)));

    up.await("a title of it", () -> titlesOf("new film.mp4") == 1);
  }

  @Test
  void watchFolder_fileWithSidecar_isPickedUpOnce() throws Exception {
    Files.writeString(
        watched.resolve("seen.mp4.json"), "{\"id\": \"seen\", \"name\": \"Seen by the watch\"}");
    Files.copy(copyOfTiny("to-be-seen.mp4"), watched.resolve("half.part"));
    Files.move(
        watched.resolve("half.part"), watched.resolve("seen.mp4"), StandardCopyOption.ATOMIC_MOVE);

    awaitPhase("seen", "PUBLISHED");
    JsonNode title = admin.get("/api/v1/titles/seen");
    assertThat(title.path("name").asText()).isEqualTo("Seen by the watch");
    assertThat(title.path("lane").asText()).isEqualTo("EXPRESS");

    // Were it taken again, the later file would come behind it.
    Files.copy(copyOfTiny("later.mp4"), watched.resolve("later.mp4"));
    up.await("the later file", () -> titlesOf("later.mp4") == 1);
    assertThat(titlesOf("Seen by the watch")).isEqualTo(1);
    assertThat(title.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void webhook_titlePublished_isToldSigned() throws Exception {
    record Post(String id, String at, String signature, String body) {}
    BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    HttpServer receiver = HttpServer.create(loopback(), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          posts.add(
              new Post(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    try {
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
      JsonNode hook =
          admin.post(
              "/api/v1/webhooks", "{\"url\": \"%s\", \"events\": [\"published\"]}".formatted(url));
      String secret = hook.path("secret").asText();
      up.run("submit", copyOfTiny("told.mp4"), "--id", "told").succeeded();

      String told = "";
      while (!told.contains("\"told\"")) { // the other tests publish titles, too
        Post post = posts.poll(2, TimeUnit.MINUTES);
        assertThat(post).as("a post about the title").isNotNull();
        told = post.body();
        assertThat(post.signature())
            .isEqualTo(signature(secret, post.id() + "." + post.at() + "." + told));
      }
      assertThat(told).contains("dev.reelway.title.published");
      up.run("webhooks", "remove", hook.path("webhook").path("id").asText()).succeeded();
    } finally {
      receiver.stop(0);
    }
  }

  private static String signature(String secret, String signed) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }

  private static UpProgram.Said submit(String id, Object... options) throws Exception {
    return up.run(
        Stream.concat(Stream.of("submit", master, "--id", id), Stream.of(options)).toArray());
  }

  /** It comes a moment after its version is public. */
  private static String reportPage(String id) {
    try {
      return Files.readString(up.bucket().resolve("titles/" + id + "/versions/1/report.html"));
    } catch (IOException e) {
      return "not there: " + e;
    }
  }

  private static void awaitPhase(String id, String phase) throws InterruptedException {
    up.await(
        "the title " + id + " is " + phase,
        () -> {
          String now = admin.phase(id);
          assertThat(now).as("phase of " + id).isNotIn("FAILED", "HELD");
          return now.equals(phase);
        });
  }

  private static int publicVersion(String id) {
    try {
      return admin.get("/api/v1/titles/" + id).path("published").path("version").asInt();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void ingest(String record) {
    try (Sender sender = new Sender(new KafkaClients(KafkaConfig.at(up.bootstrapServers())))) {
      sender.sendBytes("reelway.ingest", record.getBytes(UTF_8));
    }
  }

  private static String runs(Object... arguments) {
    try {
      return up.run(arguments).out();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static long titlesOf(String name) {
    try {
      JsonNode titles = admin.get("/api/v1/titles?limit=100").path("titles");
      long found = 0;
      for (JsonNode title : titles) {
        found += title.path("name").asText().equals(name) ? 1 : 0;
      }
      return found;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A small sample at a path of its own, so that it is a master of its own. */
  private static Path copyOfTiny(String name) throws IOException {
    return Files.copy(
        Path.of("..", "samples", "masters", "small", "tiny.mp4"),
        Files.createTempDirectory(shared, "masters").resolve(name));
  }

  private static SortedMap<String, String> published(String id) {
    return withoutVersions(digest(id));
  }

  private static SortedMap<String, String> digest(String id) {
    try {
      return FolderDigest.of(up.title(id));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SortedMap<String, String> withoutVersions(SortedMap<String, String> files) {
    SortedMap<String, String> rest = new TreeMap<>(files);
    rest.keySet().removeIf(file -> file.startsWith("versions/"));
    return rest;
  }

  private static SortedMap<String, String> tracks(SortedMap<String, String> files) {
    return files.subMap("tracks/", "tracks0");
  }

  /** Objects of a title, but for the note that it was erased. */
  private static List<String> objectsNaming(String id) {
    try (Stream<Path> files = Files.walk(up.bucket())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> up.bucket().relativize(file).toString())
          .filter(key -> key.startsWith("titles/" + id) || key.startsWith("jobs/" + id))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of("not listed: " + e);
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
