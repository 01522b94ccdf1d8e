package dev.reelway.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.title.Phase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleCommandsTest {

  @TempDir private Path home;
  private final FakeServer server = new FakeServer();

  @AfterEach
  void close() {
    server.close();
  }

  private Program.Result run(Object... words) {
    return Program.of(server, home).run(words);
  }

  private static String local(String iso) {
    return LocalTimes.here().text(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "cancel sintel, POST titles/sintel/cancel, {}, Title sintel is being cancelled.",
    "retry sintel, POST titles/sintel/retry, {}, Title sintel is tried again.",
    "start sintel, POST titles/sintel/start, {}, Title sintel starts.",
    "publish sintel, POST titles/sintel/publish, {}, Title sintel is being published.",
    "publish sintel --at 2027-01-31T20:15:00Z, POST titles/sintel/publish,"
        + " '{\"at\":\"2027-01-31T20:15:00Z\"}', Title sintel will be published at 2027",
    "publish sintel --no-date, DELETE titles/sintel/publish, '', waits for somebody to publish it.",
    "unpublish sintel, POST titles/sintel/unpublish, {}, Title sintel is being taken off.",
    "unpublish sintel --at 2027-01-31T20:15:00Z, POST titles/sintel/unpublish,"
        + " '{\"at\":\"2027-01-31T20:15:00Z\"}', Title sintel will be taken off at 2027",
    "unpublish sintel --no-date, DELETE titles/sintel/unpublish, '', stays until somebody",
    "rollback sintel, POST titles/sintel/rollback, {}, goes back to the version before.",
    "rollback sintel --to 2, POST titles/sintel/rollback, '{\"version\":2}', back to version 2.",
    "delete sintel --yes, DELETE titles/sintel, '', Title sintel is being removed.",
    "reencode sintel --profile hd, POST titles/sintel/versions, '{\"profile\":\"hd\"}', accepted",
    "add sintel s3://m/de.srt, POST titles/sintel/versions,"
        + " '{\"sidecars\":[{\"source\":\"s3://m/de.srt\"}]}', accepted",
    "dlq replay d1, POST dead-letters/d1/replay, {}, Dead letter d1 is tried again.",
    "keys revoke k1, DELETE keys/k1, '', Key k1 is revoked.",
    "webhooks remove w1, DELETE webhooks/w1, '', Webhook w1 is removed.",
    "profiles remove hd, DELETE profiles/hd, '', Profile hd is removed.",
  })
  void run_wish_isSentAndConfirmed(String words, String line, String body, String said) {
    server.answer(line, line.startsWith("DELETE") ? 204 : 202, "");

    assertThat(run((Object[]) words.split(" ")).succeeded().out()).contains(said);
    assertThat(server.request(line).text()).isEqualTo(body);
  }

  @Test
  void delete_withoutYes_deletesNothing() {
    Program.Result result = run("delete", "sintel");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("--yes");
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void reencode_withoutALadder_saysThatOneIsNeeded() {
    Program.Result result = run("reencode", "sintel");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("--profile", "--ladder");
  }

  @Test
  void list_someTitles_areAlignedAndTheRestIsNamed() {
    server.answer(
        "GET titles?limit=2&phase=encoding&query=sin%20tel",
        200,
        "{\"titles\":["
            + Statuses.json(Statuses.in(Phase.ENCODING))
            + ","
            + Statuses.json(Statuses.in(Phase.SUBMITTED))
            + "],\"next\":\"c1\",\"total\":7}");
    String changed = local("2026-03-01T10:02:00Z");

    assertThat(run("list", "--limit=2", "--phase=encoding", "--query=sin tel").succeeded().lines())
        .containsExactly(
            "Title   Phase         Done   ETA  Version  Lane                 Changed  Name",
            "-".repeat(92),
            "sintel  ENCODING      39 %  1:15        1  express  "
                + changed
                + "  Sintel, the trailer",
            "sintel  SUBMITTED  queue 3     -        1  express  "
                + changed
                + "  Sintel, the trailer",
            "",
            "2 of 7 titles; --all shows all of them.");
  }

  @Test
  void list_all_followsThePages() {
    String title = Statuses.json(Statuses.in(Phase.PUBLISHED));
    server
        .answer(
            "GET titles?limit=500", 200, "{\"titles\":[" + title + "],\"next\":\"c1\",\"total\":2}")
        .answer("GET titles?cursor=c1&limit=500", 200, "{\"titles\":[" + title + "],\"total\":2}");

    assertThat(run("list", "--all").succeeded().lines()).hasSize(4);
    assertThat(run("list", "--all", "--json").succeeded().out())
        .startsWith("{\"titles\":[{")
        .endsWith("],\"total\":2}" + System.lineSeparator());
  }

  @Test
  void list_nothing_saysSo() {
    server.answer("GET titles?limit=50", 200, "{\"titles\":[],\"total\":0}");

    assertThat(run("list").succeeded().lines()).containsExactly("No titles.");
  }

  @Test
  void versions_ofATitle_markThePublicOne() {
    server.answer(
        "GET titles/sintel/versions",
        200,
        "{\"versions\":[{\"version\":1,\"publishedAt\":\"2026-03-01T10:00:00Z\",\"isPublic\":false},"
            + "{\"version\":2,\"publishedAt\":\"2026-03-02T10:00:00Z\",\"isPublic\":true}]}");

    assertThat(run("versions", "sintel").succeeded().lines())
        .containsExactly(
            "Version                 Made  Public",
            "-".repeat(36),
            "1        " + local("2026-03-01T10:00:00Z") + "       -",
            "2        " + local("2026-03-02T10:00:00Z") + "     yes");
  }

  @Test
  void logs_ofATitle_tellStagesFailuresAndDeadLetters() {
    server.answer(
        "GET titles/sintel/log",
        200,
        "{\"entries\":[{\"at\":\"2026-03-01T10:00:00Z\",\"notification\":{\"titleId\":\"sintel\","
            + "\"version\":1,\"phase\":\"ENCODING\",\"at\":\"2026-03-01T10:00:00Z\"}},"
            + "{\"at\":\"2026-03-01T10:01:00Z\",\"deadLetter\":{\"id\":\"d1\","
            + "\"at\":\"2026-03-01T10:01:00Z\",\"kind\":\"ENCODER_CRASHED\","
            + "\"message\":\"It crashed.\",\"task\":{\"titleId\":\"sintel\",\"version\":1,"
            + "\"step\":\"ENCODE\",\"task\":{\"kind\":\"VIDEO_CHUNK\",\"number\":11},"
            + "\"attempt\":3}}},"
            + "{\"at\":\"2026-03-01T10:01:00Z\",\"notification\":{\"titleId\":\"sintel\","
            + "\"version\":1,\"phase\":\"FAILED\",\"at\":\"2026-03-01T10:01:00Z\","
            + "\"failure\":{\"kind\":\"ENCODER_CRASHED\",\"message\":\"It crashed.\"}}}]}");

    assertThat(run("logs", "sintel").succeeded().lines())
        .containsExactly(
            local("2026-03-01T10:00:00Z") + "  ENCODING  version 1",
            local("2026-03-01T10:01:00Z")
                + "  Given up: ENCODE VIDEO_CHUNK 12, attempt 3  It crashed. [ENCODER_CRASHED]",
            local("2026-03-01T10:01:00Z") + "  FAILED  version 1  It crashed. [ENCODER_CRASHED]");
  }

  @Test
  void logs_followed_tellEachEntryOnce() {
    String first =
        "{\"at\":\"2026-03-01T10:00:00Z\",\"notification\":{\"version\":1,\"phase\":\"ENCODING\"}}";
    String second =
        "{\"at\":\"2026-03-01T10:01:00Z\",\"notification\":{\"version\":1,\"phase\":\"PUBLISHED\"}}";
    server
        .answer("GET titles/sintel/log", 200, "{\"entries\":[" + first + "]}")
        .answer("GET titles/sintel/log", 200, "{\"entries\":[" + first + "," + second + "]}")
        .answer("GET titles/sintel/log", 404, "{}");

    Program.Result result = run("logs", "sintel", "--follow", "--json");

    assertThat(result.lines()).containsExactly(first, second);
    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE); // the title was deleted
  }

  @Test
  void reencode_withWait_followsTheNewVersionAndNotTheOld() {
    String old = Statuses.json(Statuses.in(Phase.PUBLISHED));
    server
        .answer("GET titles/sintel", 200, old)
        .answer("GET titles/sintel", 200, old)
        .answer("GET titles/sintel", 200, Statuses.json(Statuses.in(Phase.PUBLISHED, 2)))
        .answer("POST titles/sintel/versions", 202, old);

    Program.Result result = run("reencode", "sintel", "--profile", "hd", "--wait").succeeded();

    assertThat(result.lines()).first().asString().startsWith("Title    sintel;");
    assertThat(server.lines())
        .containsExactly(
            "GET titles/sintel",
            "POST titles/sintel/versions",
            "GET titles/sintel",
            "GET titles/sintel");
  }
}
