package dev.reelway.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.title.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitCommandTest {

  private static final String MASTER = "s3://masters/sintel.mp4";

  @TempDir private Path folder;
  private final FakeServer server = new FakeServer();

  @AfterEach
  void close() {
    server.close();
  }

  private Program.Result run(Object... words) {
    return Program.of(server, folder.resolve("home")).run(words);
  }

  private String posted() throws Exception {
    return new ObjectMapper().readTree(server.request("POST titles").text()).toString();
  }

  @Test
  void submit_anAddress_sendsItWithTheKey() throws Exception {
    server.answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)));

    assertThat(run("submit", MASTER).succeeded().lines())
        .containsExactly(
            "Title sintel was accepted; follow it with: reelway status --watch sintel");
    assertThat(posted()).isEqualTo("{\"source\":\"s3://masters/sintel.mp4\"}");
    assertThat(server.request("POST titles").headers().getFirst("Authorization"))
        .isEqualTo("Bearer rw_test_secret");
  }

  @Test
  void submit_theSameAgain_saysThatItIsThere() {
    server.answer("POST titles", 200, Statuses.json(Statuses.in(Phase.ENCODING)));

    assertThat(run("submit", MASTER).succeeded().out())
        .startsWith("Title sintel is there already;");
  }

  @Test
  void submit_withAllOptions_sendsThemAsTheApiNamesThem() throws Exception {
    server.answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)));

    run(
            "submit",
            MASTER,
            "--profile=proof",
            "--priority=Express",
            "--name=Sintel",
            "--id=sintel",
            "--await-start",
            "--publish-at=2026-03-01T20:00+01:00",
            "--unpublish-at=2026-04-01T20:00Z",
            "--tolerate-damage",
            "--meta=house=4711",
            "--meta=desk=news")
        .succeeded();

    assertThat(posted())
        .isEqualTo(
            "{\"id\":\"sintel\",\"metadata\":{\"desk\":\"news\",\"house\":\"4711\"},"
                + "\"name\":\"Sintel\",\"priority\":\"express\",\"profile\":\"proof\","
                + "\"publishAt\":\"2026-03-01T19:00:00Z\",\"source\":\"s3://masters/sintel.mp4\","
                + "\"start\":\"manual\",\"tolerateDamage\":true,"
                + "\"unpublishAt\":\"2026-04-01T20:00:00Z\"}");
  }

  @Test
  void submit_withLadderFile_sendsItsText() throws Exception {
    server.answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)));
    Path ladder = Files.writeString(folder.resolve("my.yaml"), "rungs: []\n");

    run("submit", MASTER, "--ladder", ladder, "--hold-publish").succeeded();

    assertThat(posted()).startsWith("{\"ladder\":\"rungs: []\\n\",\"publish\":\"manual\",");
  }

  @ParameterizedTest
  @CsvSource({
    "--priority=urgent, standard",
    "--publish-at=soon, --publish-at",
    "--profile=a --ladder=b.yaml, mutually exclusive",
    "--ladder=missing.yaml, missing.yaml",
  })
  void submit_wrongOptions_asksNobodyAndSaysWhatIsWrong(String options, String named) {
    Program.Result result = run((Object[]) ("submit " + MASTER + " " + options).split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains(named);
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void submit_fileThatIsNotThere_asksNobody() {
    Program.Result result = run("submit", folder.resolve("missing.mp4"));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.MASTER_REFUSED);
    assertThat(result.err()).contains("missing.mp4. [MASTER_NOT_FOUND]");
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void submit_webAddress_saysWhatWouldDo() {
    Program.Result result = run("submit", "https://example.org/film.mp4");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("s3://bucket/key");
  }

  @Test
  void submit_fileThatTheServerCanRead_isNamedInPlace() throws Exception {
    Path file = Files.writeString(folder.resolve("a film.mp4"), "film");
    server
        .answer("GET server", 200, "{\"version\":\"1\",\"embedded\":true,\"localPaths\":true}")
        .answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)));

    run("submit", file).succeeded();

    assertThat(posted())
        .isEqualTo(
            "{\"name\":\"a film.mp4\",\"source\":\"file://"
                + folder.toRealPath()
                + "/a%20film.mp4\"}");
  }

  @Test
  void submit_fileWithWait_uploadsItAndFollowsTheTitle() throws Exception {
    Path file = Files.writeString(folder.resolve("film.mp4"), "film");
    FakeUploads uploads = new FakeUploads(server, FakeUploads.Kind.TUS, 4);
    server
        .answer("GET titles/sintel", 404, "{}")
        .answer("GET titles/sintel", 200, Statuses.json(Statuses.in(Phase.PUBLISHED)));

    Program.Result result = run("submit", file, "--wait").succeeded();

    assertThat(uploads.stored())
        .isEqualTo("film".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(result.lines())
        .startsWith("Upload   film.mp4, 4 B", "Uploading   0 %  0 B of 4 B")
        .contains("Uploading 100 %  4 B of 4 B", "Phase    PUBLISHED")
        .endsWith(
            "HLS      " + server.address() + "/k/index.m3u8",
            "DASH     https://cdn.example/k/index.mpd");
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLISHED, 0, ''",
    "FAILED, 3, [MASTER_TRUNCATED]",
    "HELD, 4, [STORAGE_FULL]",
    "CANCELLED, 130, [CANCELLED]",
    "AWAITING_START, 0, ''",
    "AWAITING_PUBLISH, 0, ''",
  })
  void submit_withWait_endsWithTheOutcome(Phase phase, int exitCode, String code) {
    server
        .answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)))
        .answer("GET titles/sintel", 200, Statuses.json(Statuses.in(phase)));

    Program.Result result = run("submit", MASTER, "--wait");

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.err()).contains(code);
  }

  @Test
  void submit_withWaitAsJson_printsNothingButTheLastStatus() {
    String published = Statuses.json(Statuses.in(Phase.PUBLISHED));
    server
        .answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)))
        .answer("GET titles/sintel", 200, published);

    assertThat(run("submit", MASTER, "--wait", "--json").succeeded().out())
        .isEqualTo(published + System.lineSeparator());
  }

  @Test
  void submit_withFilesBesideTheMaster_namesAddressesAsTheyAre() throws Exception {
    server.answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)));

    run("submit", MASTER, "--with", "s3://masters/de.srt,language=de,role=sdh,name=Deutsch")
        .succeeded();

    assertThat(posted())
        .isEqualTo(
            "{\"sidecars\":[{\"language\":\"de\",\"name\":\"Deutsch\",\"role\":\"sdh\","
                + "\"source\":\"s3://masters/de.srt\"}],"
                + "\"source\":\"s3://masters/sintel.mp4\"}");
  }

  @Test
  void submit_withAFileThatTheServerCanRead_namesItInPlace() throws Exception {
    Path file = Files.writeString(folder.resolve("de.srt"), "subtitles");
    server
        .answer("GET server", 200, "{\"version\":\"1\",\"localPaths\":true}")
        .answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)));

    run("submit", MASTER, "--with", file + ",language=de").succeeded();

    assertThat(posted()).contains("\"source\":\"file://" + folder.toRealPath() + "/de.srt\"");
  }

  @ParameterizedTest
  @EnumSource(FakeUploads.Kind.class)
  void submit_withAFileOfThisMachine_uploadsItOnceAndNamesItsAddress(FakeUploads.Kind kind)
      throws Exception {
    Path file = Files.writeString(folder.resolve("de.srt"), "subs");
    FakeUploads uploads = new FakeUploads(server, kind, 4, 4);
    server.answer("POST titles", 201, Statuses.json(Statuses.in(Phase.SUBMITTED)));

    run("submit", MASTER, "--id=sintel", "--with", file + ",language=de").succeeded();
    run("submit", MASTER, "--id=sintel", "--with", file + ",language=de").succeeded();

    assertThat(uploads.stored())
        .isEqualTo("subs".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(uploads.calls())
        .containsOnlyOnce(
            "create {\"fileName\":\"de.srt\",\"sizeBytes\":4,\"purpose\":\"sidecar\","
                + "\"title\":{\"id\":\"sintel\"}}");
    assertThat(server.requests())
        .filteredOn(request -> request.line().equals("POST titles"))
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request.text()).contains("\"source\":\"" + FakeUploads.SOURCE + "\""));
  }

  @Test
  void submit_withAFileThatIsNotThere_asksNobody() {
    Program.Result result = run("submit", MASTER, "--with", folder.resolve("missing.srt"));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.MASTER_REFUSED);
    assertThat(result.err()).contains("missing.srt");
    assertThat(server.lines()).isEmpty();
  }
}
