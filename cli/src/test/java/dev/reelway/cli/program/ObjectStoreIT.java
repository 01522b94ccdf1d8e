package dev.reelway.cli.program;

import static dev.reelway.contracts.failure.FailureKind.MASTER_NOT_FOUND;
import static dev.reelway.contracts.failure.FailureKind.OUTPUT_IN_USE;
import static dev.reelway.contracts.failure.FailureKind.OUTPUT_OCCUPIED;
import static dev.reelway.contracts.failure.FailureKind.STORAGE_UNAVAILABLE;
import static dev.reelway.contracts.failure.FailureKind.USAGE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.embedded.EmbeddedS3;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Masters from and titles to an object store: the same bytes and manners as with folders. */
class ObjectStoreIT {

  private static final Path TINY = Path.of("..", "samples", "masters", "small", "tiny.mp4");
  private static final String MASTER = "s3://reelway/in/tiny.mp4";

  private static final String OTHER_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 144, preset: ultrafast, crf: 26, maxBitrate: 400k}
      """;

  @TempDir private static Path shared;
  private static EmbeddedS3 server;
  private static Path bucket;
  private static Path config;
  private static Path ladder;
  private static Path folderTitle;

  @BeforeAll
  static void encodeToFolder() throws Exception {
    server = EmbeddedS3.start(shared.resolve("s3"), 0, "access", "secret");
    server.createBucket("reelway");
    bucket = server.bucketFolder("reelway");
    config = config("access", "secret");
    ladder = Masters.ladder(shared);
    Files.createDirectories(bucket.resolve("in"));
    Files.copy(TINY, bucket.resolve("in/tiny.mp4"));
    folderTitle = shared.resolve("title");
    ReelwayProcess.run("encode", TINY, "--ladder", ladder, "--out", folderTitle).succeeded();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void encode_fromAndToAnObjectStore_givesTheBytesOfAFolder(TestInfo test) throws Exception {
    String said = encode(MASTER, ladder, title(test)).succeeded().out();

    assertThat(said).contains("HLS      " + title(test) + "/index.m3u8");
    assertThat(FolderDigest.of(folder(test))).isEqualTo(FolderDigest.of(folderTitle));
  }

  @Test
  void encode_underTitles_playsWithoutCredentials(TestInfo test) throws Exception {
    encode(MASTER, ladder, title(test)).succeeded();

    URI manifest = URI.create(server.endpoint() + "/reelway/" + prefix(test) + "/index.m3u8");
    HttpResponse<String> reply =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(manifest).build(), BodyHandlers.ofString());
    assertThat(reply.body()).startsWith("#EXTM3U");
    assertThat(reply.headers().firstValue("Content-Type"))
        .contains("application/vnd.apple.mpegurl");
  }

  @Test
  void encode_theSameAgain_isDoneAtOnce(TestInfo test) throws Exception {
    encode(MASTER, ladder, title(test)).succeeded();

    assertThat(encode(TINY, ladder, title(test)).succeeded().out()).contains("index.m3u8");
    assertThat(FolderDigest.of(folder(test))).isEqualTo(FolderDigest.of(folderTitle));
  }

  @Test
  void encode_titleOfAnotherPlan_isReplacedOnlyWhenTold(TestInfo test) throws Exception {
    Path other = Files.writeString(shared.resolve("other.yaml"), OTHER_LADDER);
    encode(MASTER, ladder, title(test)).succeeded();

    encode(MASTER, other, title(test)).failed(ExitCodes.USAGE, OUTPUT_OCCUPIED);
    assertThat(FolderDigest.of(folder(test))).isEqualTo(FolderDigest.of(folderTitle));

    encode(MASTER, other, title(test), "--replace").succeeded();
    try (Stream<Path> versions = Files.list(folder(test).resolve("versions"))) {
      assertThat(versions).hasSize(1);
    }
  }

  @Test
  void encode_prefixWithOtherObjects_isRefusedAndUntouched(TestInfo test) throws Exception {
    Files.createDirectories(folder(test));
    Files.writeString(folder(test).resolve("thesis.txt"), "years of work");

    encode(MASTER, ladder, title(test), "--replace").failed(ExitCodes.USAGE, OUTPUT_OCCUPIED);

    assertThat(FolderDigest.of(folder(test)).keySet()).containsExactly("thesis.txt");
  }

  @Test
  void encode_whileAnotherRunHoldsThePrefix_isRefused(TestInfo test) throws Exception {
    hold(test, ProcessHandle.current());

    encode(MASTER, ladder, title(test)).failed(ExitCodes.USAGE, OUTPUT_IN_USE);

    assertThat(FolderDigest.of(folder(test)).keySet()).containsExactly(".reelway/in-use");
  }

  @Test
  void encode_afterARunThatDied_takesThePrefixOver(TestInfo test) throws Exception {
    Process dead = new ProcessBuilder("sleep", "60").start();
    hold(test, dead.toHandle());
    dead.destroyForcibly().waitFor();

    encode(MASTER, ladder, title(test)).succeeded();
  }

  @Test
  void encode_killed_continuesFromItsFinishedChunks(TestInfo test) throws Exception {
    Path master = Masters.plain(shared, 8);
    ReelwayProcess killed = start(config, master, ladder, title(test));
    while (killed.isAlive() && WorkFolder.finishedTasks(folder(test)) == 0) {
      Thread.sleep(2);
    }
    killed.kill();
    ReelwayProcess.Result end = killed.await();
    assertThat(WorkFolder.finishedTasks(folder(test)))
        .as("finished tasks; it said: " + end)
        .isPositive();

    assertThat(encode(master, ladder, title(test)).succeeded().out()).contains("Reused   ");
    assertThat(folder(test).resolve(".reelway")).doesNotExist();
  }

  @Test
  void inspect_object_tellsWhatTheFileTells() throws Exception {
    assertThat(ReelwayProcess.run("inspect", MASTER, "--config", config).succeeded().out())
        .isEqualTo(ReelwayProcess.run("inspect", TINY).succeeded().out());
  }

  @Test
  void encode_masterThatIsNotThere_isRefused(TestInfo test) throws Exception {
    encode("s3://reelway/in/none.mp4", ladder, title(test))
        .failed(ExitCodes.MASTER_REFUSED, MASTER_NOT_FOUND);
  }

  @Test
  void encode_outputWithoutPrefix_isRefused() throws Exception {
    encode(MASTER, ladder, "s3://reelway/").failed(ExitCodes.USAGE, USAGE_INVALID);
  }

  @Test
  void encode_wrongSecretKey_saysSo(TestInfo test) throws Exception {
    ReelwayProcess.Result result =
        start(config("access", "guessed"), MASTER, ladder, title(test)).await();
    result.failed(ExitCodes.FAILED, STORAGE_UNAVAILABLE);
    assertThat(result.err()).contains("the credentials do not allow it").doesNotContain("guessed");
  }

  private static Path config(String accessKey, String secretKey) throws IOException {
    return Files.writeString(
        shared.resolve(secretKey + ".yaml"),
        """
        storage:
          endpoint: %s
          pathStyle: true
          accessKey: %s
          secretKey: %s
        """
            .formatted(server.endpoint(), accessKey, secretKey));
  }

  private static void hold(TestInfo test, ProcessHandle holder) throws IOException {
    Path lease = folder(test).resolve(".reelway/in-use");
    Files.createDirectories(lease.getParent());
    Files.writeString(
        lease,
        """
        {"host": "%s", "process": %d, "startedAt": "%s", "renewedAt": "%s"}
        """
            .formatted(
                InetAddress.getLocalHost().getHostName(),
                holder.pid(),
                holder.info().startInstant().orElseThrow(),
                Instant.now()));
  }

  private static ReelwayProcess.Result encode(
      Object master, Path ladder, String title, Object... options) throws Exception {
    return start(config, master, ladder, title, options).await();
  }

  private static ReelwayProcess start(
      Path config, Object master, Path ladder, String title, Object... options) throws IOException {
    List<Object> words =
        List.of("encode", master, "--ladder", ladder, "--out", title, "--config", config);
    return ReelwayProcess.start(Stream.concat(words.stream(), Stream.of(options)).toArray());
  }

  private static String prefix(TestInfo test) {
    return "titles/" + test.getTestMethod().orElseThrow().getName();
  }

  private static String title(TestInfo test) {
    return "s3://reelway/" + prefix(test);
  }

  private static Path folder(TestInfo test) {
    return bucket.resolve(prefix(test));
  }
}
