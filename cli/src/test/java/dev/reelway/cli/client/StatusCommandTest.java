package dev.reelway.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.title.Phase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCommandTest {

  @TempDir private Path home;
  private final FakeServer server = new FakeServer();

  @AfterEach
  void close() {
    server.close();
  }

  private Program.Result run(Object... words) {
    return Program.of(server, home).run(words);
  }

  @Test
  void status_ofATitle_isTold() {
    server.answer("GET titles/sintel", 200, Statuses.json(Statuses.in(Phase.ENCODING)));

    assertThat(run("status", "sintel").succeeded().lines())
        .contains("Phase    ENCODING", "Tasks    9 of 20 encoded, 7 packaged, 1 tried again");
  }

  @Test
  void status_asJson_isTheAnswerUnchanged() {
    String json = "{ \"titleId\": \"x\",\n  \"unknown\" : [1] }";
    server.answer("GET titles/x", 200, json);

    assertThat(run("status", "x", "--json").succeeded().out())
        .isEqualTo(json + System.lineSeparator());
  }

  @Test
  void status_watched_tellsEachStageOnceAndEndsWithTheOutcome() {
    String encoding = Statuses.json(Statuses.in(Phase.ENCODING));
    server
        .answer("GET titles/sintel", 200, encoding)
        .answer("GET titles/sintel", 200, encoding)
        .answer("GET titles/sintel", 503, "{}")
        .answer("GET titles/sintel", 200, Statuses.json(Statuses.in(Phase.PUBLISHED)));

    assertThat(run("status", "sintel", "--watch").succeeded().lines())
        .containsExactly(
            "Master   s3://masters/sintel.mp4",
            "         MP4/MOV, H.264 1280x720, 52 s",
            "Plan     0:00:52.209 · 2 rungs · 2 sound tracks · 18 chunks · about 130 CPU-s"
                + " · at most 21.3 MB",
            "Phase    ENCODING",
            "Encoding  30 %  ETA 1:15  Picture  500 of 1253 frames, 2 tasks running",
            "Phase    PUBLISHED",
            "HLS      " + server.address() + "/k/index.m3u8",
            "DASH     https://cdn.example/k/index.mpd");
  }

  @Test
  void status_ofAnUnknownTitle_isToldAtOnceEvenWhenWatched() {
    server.answer(
        "GET titles/nobody",
        404,
        "{\"status\":404,\"code\":\"NOT_FOUND\",\"detail\":\"There is no title 'nobody'.\","
            + "\"advice\":\"Check the address and the id.\"}");

    Program.Result result = run("status", "nobody", "--watch");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            "reelway: There is no title 'nobody'. [NOT_FOUND]\nCheck the address and the id.\n");
  }

  @Test
  void status_titleWithStrangeCharacters_staysOneSegmentOfThePath() {
    server.answer("GET titles/..%2Fkeys%3Fa%20b", 200, "{}");

    run("status", "../keys?a b", "--json").succeeded();
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHENTICATED, 2, REELWAY_KEY",
    "403, FORBIDDEN, 2, higher role",
    "404, NOT_FOUND, 2, reelway list",
    "409, CONFLICT, 2, reelway status",
    "500, SERVER_ERROR, 4, server's log",
    "302, ANSWER_NOT_UNDERSTOOD, 2, Reelway server",
  })
  void status_refusedWithoutAReason_isExplained(
      int status, String code, int exitCode, String advice) {
    server.answer("GET titles/x", status, "<html>no</html>");

    Program.Result result = run("status", "x");

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.err().lines()).hasSize(2);
    assertThat(result.err()).contains(server.address(), "[" + code + "]", advice);
  }

  @Test
  void status_codeOfOurs_hasItsExitStatusAndAdvice() {
    server.answer(
        "GET titles/x", 422, "{\"code\":\"MASTER_EMPTY\",\"detail\":\"The master is empty.\"}");

    Program.Result result = run("status", "x");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.MASTER_REFUSED);
    assertThat(result.err()).contains("The master is empty. [MASTER_EMPTY]", "Upload the master");
  }

  @Test
  void status_tooManyRequests_waitsAsLongAsTheServerSays() {
    server
        .answer("GET titles/sintel", 429, "{}", "Retry-After", "0")
        .answer("GET titles/sintel", 200, Statuses.json(Statuses.in(Phase.PUBLISHED)));

    Program.Result result = run("status", "sintel");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEqualToNormalizingNewlines("The server asks to wait 1 s.\n");
    assertThat(server.lines()).hasSize(2);
  }

  @Test
  void cancel_tooManyRequests_isNotRepeatedButSaysWhen() {
    server.answer(
        "POST titles/x/cancel",
        429,
        "{\"code\":\"TOO_MANY_REQUESTS\",\"detail\":\"Too many requests.\"}",
        "Retry-After",
        "7");

    Program.Result result = run("cancel", "x");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err()).contains("Try again in 7 s.");
    assertThat(server.lines()).hasSize(1);
  }

  @Test
  void status_noServer_namesTheAddressAndUp() {
    server.close();

    Program.Result result = run("status", "x");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            "reelway: No server answers at "
                + server.address()
                + ". [SERVER_UNREACHABLE]\n"
                + "Start a server with 'reelway up', or name another with --server or"
                + " REELWAY_SERVER.\n");
  }

  @Test
  void status_answerOfSomethingElse_isNotABugOfOurs() {
    server.answer("GET titles/x", 200, "<html>Welcome</html>");

    Program.Result result = run("status", "x");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err()).contains("[ANSWER_NOT_UNDERSTOOD]").doesNotContain("bug");
  }
}
