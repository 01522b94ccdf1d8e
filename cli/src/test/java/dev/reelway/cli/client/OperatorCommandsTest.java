package dev.reelway.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.command.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorCommandsTest {

  private static final String AT = "2026-03-01T10:00:00Z";
  private static final String LOCAL = LocalTimes.here().text(AT);
  private static final String LETTER =
      "{\"id\":\"d1\",\"at\":\""
          + AT
          + "\",\"kind\":\"CHUNK_INVALID\",\"message\":\"Bad \\u001b[2J chunk.\",\"tenant\":\"t\","
          + "\"task\":{\"titleId\":\"sintel\",\"version\":2,\"step\":\"PACKAGE\","
          + "\"task\":{\"kind\":\"VIDEO_CHUNK\",\"number\":0},\"attempt\":3},"
          + "\"workerId\":\"w-1\",\"run\":1,\"source\":\"\",\"payload\":\"\",\"replay\":\"\"}";

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
  void queue_withWork_showsLanesTitlesPoolsAndExecutors() {
    server.answer(
        "GET queue",
        200,
        "{\"lanes\":[{\"lane\":\"EXPRESS\",\"waiting\":1,\"inFlight\":2,\"tasksLeft\":30}],"
            + "\"waiting\":[{\"titleId\":\"sintel\",\"name\":\"Sintel\",\"lane\":\"EXPRESS\","
            + "\"position\":1}],"
            + "\"pools\":[{\"pool\":\"ENCODE\",\"executors\":1,\"slots\":4,\"running\":1}],"
            + "\"executors\":[{\"workerId\":\"w-1\",\"host\":\"box\",\"pool\":\"ENCODE\","
            + "\"slots\":4,\"running\":[{}],\"residentBytes\":150000000}]}");

    assertThat(run("queue").succeeded().lines())
        .containsExactly(
            "Lane     Waiting  In flight  Tasks left",
            "---------------------------------------",
            "express        1          2          30",
            "",
            "Position  Title   Lane     Name",
            "---------------------------------",
            "1         sintel  express  Sintel",
            "",
            "Pool    Executors  Running  Slots",
            "---------------------------------",
            "encode          1        1      4",
            "",
            "Executor  Pool    Host   Tasks    Memory",
            "----------------------------------------",
            "w-1       ENCODE  box   1 of 4  150.0 MB");
  }

  @Test
  void dlqList_letters_areAligned() {
    server.answer("GET dead-letters?limit=50", 200, "{\"deadLetters\":[" + LETTER + "]}");

    assertThat(run("dlq", "list").succeeded().lines())
        .endsWith("d1  " + LOCAL + "  CHUNK_INVALID  sintel  PACKAGE VIDEO_CHUNK 1, attempt 3");
  }

  @Test
  void dlqShow_letterOfATask_tellsEverything() {
    server.answer("GET dead-letters/d1", 200, LETTER);

    assertThat(run("dlq", "show", "d1").succeeded().lines())
        .containsExactly(
            "Id       d1",
            "When     " + LOCAL,
            "Title    sintel, version 2, run 1",
            "Task     PACKAGE VIDEO_CHUNK 1, attempt 3",
            "Worker   w-1",
            "Failed   Bad ?[2J chunk. [CHUNK_INVALID]",
            "Replay   reelway dlq replay d1");
  }

  @Test
  void dlqShow_recordThatWasNotUnderstood_showsIt() {
    server.answer(
        "GET dead-letters/d2",
        200,
        "{\"id\":\"d2\",\"at\":\""
            + AT
            + "\",\"kind\":\"REQUEST_INVALID\",\"message\":\"No.\",\"source\":\"reelway.ingest 0 7\","
            + "\"payload\":\"{oops\"}");

    assertThat(run("dlq", "show", "d2").succeeded().lines())
        .contains("Record   reelway.ingest 0 7", "Content  {oops");
  }

  @Test
  void dlq_alone_saysWhatIsMissing() {
    Program.Result result = run("dlq");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("Missing required subcommand", "list", "show", "replay");
  }

  @Test
  void keysCreate_key_isShownOnce() {
    server.answer("POST keys", 201, "{\"id\":\"abc\",\"key\":\"rw_abc_s3cret\"}");

    assertThat(run("keys", "create", "desk", "--role=editor", "--tenant=news").succeeded().lines())
        .contains("Key      rw_abc_s3cret");
    assertThat(server.request("POST keys").text())
        .isEqualTo("{\"name\":\"desk\",\"role\":\"editor\",\"tenant\":\"news\"}");
  }

  @Test
  void keysList_keys_areAligned() {
    server.answer(
        "GET keys",
        200,
        "{\"keys\":[{\"id\":\"abc\",\"name\":\"desk\",\"role\":\"editor\",\"tenant\":\"news\","
            + "\"createdAt\":\""
            + AT
            + "\"}]}");

    assertThat(run("keys", "list").succeeded().lines())
        .endsWith("abc  editor  news    " + LOCAL + "        -  desk");
  }

  @Test
  void webhooksAdd_withoutSecret_showsTheOneThatWasMade() {
    server.answer(
        "POST webhooks", 201, "{\"webhook\":{\"id\":\"w1\",\"url\":\"u\"},\"secret\":\"s3cret\"}");

    assertThat(
            run("webhooks", "add", "https://example.org/hook", "--event=published,failed")
                .succeeded()
                .lines())
        .containsExactly("Webhook  w1", "Secret   s3cret", "The secret is shown only now.");
    assertThat(server.request("POST webhooks").text())
        .isEqualTo("{\"events\":[\"published\",\"failed\"],\"url\":\"https://example.org/hook\"}");
  }

  @Test
  void webhooksList_webhooks_areAligned() {
    server.answer(
        "GET webhooks",
        200,
        "{\"webhooks\":[{\"id\":\"w1\",\"url\":\"https://example.org/hook\",\"events\":[],"
            + "\"createdAt\":\""
            + AT
            + "\",\"state\":\"healthy\"}]}");

    assertThat(run("webhooks", "list").succeeded().lines())
        .endsWith("w1  healthy  all     " + LOCAL + "  https://example.org/hook");
  }

  @Test
  void webhooksReplay_since_sendsTheInstant() {
    server.answer("POST webhooks/w1/replay", 202, "{\"events\":3}");

    assertThat(
            run("webhooks", "replay", "w1", "--since=2026-03-01T10:00+01:00").succeeded().lines())
        .containsExactly("Webhook w1 is told again: 3 events.");
    assertThat(server.request("POST webhooks/w1/replay").text())
        .isEqualTo("{\"since\":\"2026-03-01T09:00:00Z\"}");
  }

  @Test
  void profiles_listShowPut_areTheServersOwn() throws Exception {
    Path file = Files.writeString(home.resolve("hd.yaml"), "rungs: []\n");
    server
        .answer("GET profiles", 200, "{\"profiles\":[\"default\",\"hd\"]}")
        .answer("GET profiles/hd", 200, "name: hd\nrungs: []\n")
        .answer("PUT profiles/hd", 200, "{\"name\":\"hd\"}");

    assertThat(run("profiles", "list").succeeded().lines()).containsExactly("default", "hd");
    assertThat(run("profiles", "show", "hd").succeeded().lines())
        .containsExactly("name: hd", "rungs: []");
    assertThat(run("profiles", "put", "hd", file).succeeded().lines())
        .containsExactly("Profile hd is stored.");
    assertThat(server.request("PUT profiles/hd").text()).isEqualTo("rungs: []\n");
    assertThat(server.request("PUT profiles/hd").headers().getFirst("Content-Type"))
        .isEqualTo("application/yaml");
  }

  @Test
  void sweep_dryRun_tellsWhatWouldGo() {
    server.answer(
        "POST maintenance/sweep",
        200,
        "{\"dryRun\":true,\"objects\":2,\"bytes\":5000,\"examples\":[\"work/chunks/a.mp4\"]}");

    assertThat(run("sweep", "--dry-run").succeeded().lines())
        .containsExactly("Would remove 2 objects, 5.00 kB", "  work/chunks/a.mp4");
    assertThat(server.request("POST maintenance/sweep").text()).isEqualTo("{\"dryRun\":true}");
  }

  @Test
  void recover_afterALoss_tellsWhatCameBack() {
    server.answer(
        "POST maintenance/recover", 200, "{\"restored\":3,\"known\":1,\"unreadable\":[\"odd\"]}");

    assertThat(run("recover").succeeded().lines())
        .containsExactly("Restored 3 titles; 1 were known", "Could not read title odd");
  }
}
