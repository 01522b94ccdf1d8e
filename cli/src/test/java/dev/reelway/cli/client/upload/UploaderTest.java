package dev.reelway.cli.client.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.cli.client.FakeServer;
import dev.reelway.cli.client.FakeUploads;
import dev.reelway.cli.client.FakeUploads.Kind;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.cli.client.server.ServerAddress;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UploaderTest {

  private static final int SIZE = 300_000;
  private static final int PIECE = 100_000;

  @TempDir private Path folder;
  private final FakeServer server = new FakeServer();
  private final StringWriter shown = new StringWriter();
  private final byte[] content = new byte[SIZE];
  private Path file;

  @BeforeEach
  void write() throws IOException {
    new Random(1).nextBytes(content);
    file = Files.write(folder.resolve("film.mp4"), content);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String upload(Map<String, Object> title) throws InterruptedException {
    return upload(new ServerAddress(URI.create(server.address()), Optional.of("rw_a_b")), title);
  }

  private String upload(ServerAddress address, Map<String, Object> title)
      throws InterruptedException {
    ApiClient api = new ApiClient(address, sentence -> {});
    UploadProgress progress = new UploadProgress(new PrintWriter(shown), false);
    return new Uploader(
            api, new UploadNotes(folder.resolve("notes")), progress, Duration.ofMillis(1))
        .upload(file, title);
  }

  private String upload() throws InterruptedException {
    return upload(Map.of("name", "Film"));
  }

  private long notes() throws IOException {
    try (var files = Files.list(folder.resolve("notes"))) {
      return files.count();
    }
  }

  @Test
  void upload_byTus_sendsAllPiecesInOrder() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.TUS, SIZE, PIECE);

    assertThat(upload()).isEqualTo("sintel");

    assertThat(uploads.stored()).isEqualTo(content);
    assertThat(uploads.calls())
        .containsExactly(
            "create {\"fileName\":\"film.mp4\",\"sizeBytes\":300000,\"title\":{\"name\":\"Film\"}}",
            "head",
            "patch 0",
            "patch 100000",
            "patch 200000");
    assertThat(notes()).isZero();
    assertThat(shown.toString()).contains("Uploading 100 %  300.0 kB of 300.0 kB");
  }

  @Test
  void upload_byTusWithABrokenConnection_goesOnFromWhatCame() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.TUS, SIZE, PIECE);
    uploads.breakAfter(60_000);

    upload();

    assertThat(uploads.stored()).isEqualTo(content);
    assertThat(uploads.calls())
        .containsSubsequence("patch 0", "head", "patch 60000", "patch 160000", "patch 260000");
  }

  @Test
  void upload_byTusWithTheLastAnswerLost_makesTheTitleByAnEmptyPiece() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.TUS, SIZE, 0);
    uploads.loseLastAnswer();

    upload();

    assertThat(uploads.isComplete()).isTrue();
    assertThat(uploads.calls()).containsSubsequence("patch 0", "head", "patch 300000");
  }

  @Test
  void upload_afterTheCommandWasInterrupted_sendsOnlyWhatIsMissing() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.TUS, SIZE, PIECE);
    interruptDuringUpload(uploads);
    assertThat(notes()).isOne();

    upload();

    assertThat(uploads.stored()).isEqualTo(content);
    assertThat(uploads.calls().stream().filter(call -> call.startsWith("create"))).hasSize(1);
    // The second piece may have come in part.
    assertThat(firstOffsetAfterTheLastHead(uploads)).isBetween(100_000, 200_000);
    assertThat(shown.toString()).contains(" kB of 300.0 kB are there");
    assertThat(notes()).isZero();
  }

  private static int firstOffsetAfterTheLastHead(FakeUploads uploads) {
    List<String> calls = List.copyOf(uploads.calls());
    return Integer.parseInt(calls.get(calls.lastIndexOf("head") + 1).replaceAll("\\D", ""));
  }

  private void interruptDuringUpload(FakeUploads uploads) {
    Thread command = Thread.currentThread();
    uploads.afterPiece(command::interrupt);
    assertThatThrownBy(this::upload).isInstanceOf(InterruptedException.class);
  }

  @Test
  void upload_thatTheServerForgot_beginsAnew() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.TUS, SIZE, PIECE);
    interruptDuringUpload(uploads);
    uploads.forget();

    upload();

    assertThat(uploads.stored()).isEqualTo(content);
    assertThat(uploads.calls().stream().filter(call -> call.startsWith("create"))).hasSize(2);
  }

  @Test
  void upload_inParts_sendsThemWithoutTheKeyAndCompletesInOrder() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.MULTIPART, SIZE, 90_000);

    upload();

    assertThat(uploads.stored()).isEqualTo(content);
    assertThat(uploads.calls())
        .contains("put 1", "put 2", "put 3", "put 4")
        .endsWith(
            "complete {\"parts\":[{\"number\":1,\"etag\":\"\\\"etag-1\\\"\"},"
                + "{\"number\":2,\"etag\":\"\\\"etag-2\\\"\"},"
                + "{\"number\":3,\"etag\":\"\\\"etag-3\\\"\"},"
                + "{\"number\":4,\"etag\":\"\\\"etag-4\\\"\"}]}");
  }

  @Test
  void upload_inPartsWithABreakAndAnEndedAddress_triesThosePartsAgain() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.MULTIPART, SIZE, 90_000);
    uploads.breakAfter(50_000);
    uploads.refuse(1);

    upload();

    assertThat(uploads.stored()).isEqualTo(content);
    assertThat(uploads.calls().stream().filter(call -> call.startsWith("put"))).hasSize(6);
    assertThat(uploads.isComplete()).isTrue();
  }

  @Test
  void upload_withOtherSettings_isAnotherUpload() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.TUS, SIZE, PIECE);
    interruptDuringUpload(uploads);

    upload(Map.of("name", "Other"));

    assertThat(uploads.calls().stream().filter(call -> call.startsWith("create"))).hasSize(2);
  }

  @Test
  void upload_fileThatChangesMeanwhile_isGivenUp() throws Exception {
    FakeUploads uploads = new FakeUploads(server, Kind.TUS, SIZE, PIECE);
    server.handle(
        "HEAD",
        "uploads/u1/tus",
        exchange -> {
          Files.writeString(file, "another film");
          FakeServer.reply(exchange, new FakeServer.Answer(200, "", List.of("Upload-Offset", "0")));
        });

    assertThatThrownBy(this::upload)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("changed while it was uploaded");
    assertThat(uploads.isComplete()).isFalse();
  }

  @Test
  void upload_emptyFile_isRefusedBeforeAnythingIsSent() throws Exception {
    Files.write(file, new byte[0]);

    assertThatThrownBy(this::upload)
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("is empty");
    assertThat(server.lines()).isEmpty();
  }
}
