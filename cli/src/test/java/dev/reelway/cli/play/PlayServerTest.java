package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayServerTest {

  private static final String SEGMENT = "tracks/v1/segment-00001.m4s";

  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served = Served.titleIn(folder);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "index.m3u8, application/vnd.apple.mpegurl",
    "index.mpd, application/dash+xml",
    SEGMENT + ", video/mp4",
    "tracks/audio-en/init.mp4, audio/mp4",
    "empty.vtt, text/vtt; charset=utf-8",
  })
  void get_file_hasItsMediaType(String path, String type) throws Exception {
    HttpResponse<String> response = served.get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
  }

  @Test
  void get_fromAnyOrigin_isAllowedToReadBodyAndLengths() throws Exception {
    HttpResponse<String> response = served.get(SEGMENT, "Origin", "https://example.org");

    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("Content-Length", "Content-Range", "ETag");
  }

  @Test
  void options_preflightForRange_isAllowed() throws Exception {
    HttpResponse<String> response =
        served.send("OPTIONS", SEGMENT, "Access-Control-Request-Headers", "range");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers")).hasValue("*");
  }

  @Test
  void post_anything_isRefused() throws Exception {
    assertThat(served.send("POST", SEGMENT).statusCode()).isEqualTo(405);
  }

  @Test
  void head_file_hasLengthButNoBody() throws Exception {
    HttpResponse<String> response = served.send("HEAD", SEGMENT);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length")).hasValue("10");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void get_knownEntityTag_isNotSentAgain() throws Exception {
    String tag = served.get(SEGMENT).headers().firstValue("ETag").orElseThrow();

    assertThat(served.get(SEGMENT, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=4-, 456789, bytes 4-9/10",
    "bytes=-2, 89, bytes 8-9/10",
    "bytes=8-99, 89, bytes 8-9/10",
    "bytes=-99, 0123456789, bytes 0-9/10",
  })
  void get_range_sendsThoseBytes(String range, String body, String contentRange) throws Exception {
    HttpResponse<String> response = served.get(SEGMENT, "Range", range);

    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.headers().firstValue("Content-Range")).hasValue(contentRange);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=-0", "bytes=99-100"})
  void get_rangeOutsideTheFile_isNotSatisfiable(String range) throws Exception {
    HttpResponse<String> response = served.get(SEGMENT, "Range", range);

    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes */10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,4-5", "bytes=5-2", "frames=0-1", "bytes=-", "bytes=a-b"})
  void get_rangeWeMayIgnore_sendsTheWholeFile(String range) throws Exception {
    HttpResponse<String> response = served.get(SEGMENT, "Range", range);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(Served.SEGMENT);
  }

  @Test
  void get_rangeOfAnOlderVersion_sendsTheWholeFile() throws Exception {
    HttpResponse<String> response = served.get(SEGMENT, "Range", "bytes=0-1", "If-Range", "\"x\"");

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "%2e%2e/secret.txt",
        "tracks/..%2f..%2fsecret.txt",
        "tracks/../../secret.txt",
        "..%5csecret.txt",
        "/etc/hostname",
        ".reelway/work/state.json",
        "tracks/../.reelway/work/state.json",
        "index.m3u8%00.txt",
        "tracks",
        "tracks/",
        "link.txt",
        "missing.mpd",
        "-/player/../secret.txt",
        "-/player/%2e%2e/PlayServer.class",
        "-/player/missing.js",
      })
  void get_whatIsNotPartOfTheTitle_isNotFound(String path) throws Exception {
    Files.createSymbolicLink(folder.resolve("title/link.txt"), folder.resolve("secret.txt"));

    HttpResponse<String> response = served.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).doesNotContain("not for players");
  }

  @Test
  void get_slowedDown_takesItsTime() throws Exception {
    Served.write(folder.resolve("title/long.m4s"), "x".repeat(40_000));
    served.server().throttle().limit(100_000);
    long startNanos = System.nanoTime();

    HttpResponse<String> response = served.get("long.m4s");

    assertThat(response.body()).hasSize(40_000);
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
        .isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void start_portInUse_saysHowToChooseAnother() {
    InetSocketAddress taken =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), served.server().uri().getPort());

    assertThatThrownBy(() -> PlayServer.start(folder.resolve("title"), taken))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("--port");
  }

  @ParameterizedTest
  @CsvSource({"missing, does not exist", "title/index.mpd, cannot be read", "empty, neither"})
  void start_notATitleFolder_saysWhy(String name, String reason) throws Exception {
    Files.createDirectories(folder.resolve("empty"));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    assertThatThrownBy(() -> PlayServer.start(folder.resolve(name), any))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining(reason);
  }
}
