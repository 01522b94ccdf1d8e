package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.title.Phase;
import dev.reelway.ingest.accept.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers and spoilers try. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecurityTest {

  private static final String TITLES = "/api/v1/titles";

  private final ApiFixture api = ApiFixture.start();
  private final String editor = api.key("north", Role.EDITOR);

  @AfterAll
  void close() {
    api.close();
  }

  @Test
  void everyGuardedRoute_withoutAKey_is401() {
    List<Route> guarded = api.routes().stream().filter(r -> r.role().isPresent()).toList();
    assertThat(guarded).hasSizeGreaterThan(50);
    expect401(guarded.subList(0, guarded.size() / 2));
    expect401(guarded.subList(guarded.size() / 2, guarded.size()));
  }

  /** Of fewer routes than the burst of strangers, or they would be told to wait instead. */
  private static void expect401(List<Route> guarded) {
    try (ApiFixture fresh = ApiFixture.start()) {
      for (Route route : guarded) {
        Answer answer = call(fresh, "", route);
        assertThat(answer.status()).as(route.operationId()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyGuardedRoute_withALowerRole_is403(Role role) {
    String key = api.key("*", role);
    api.routes().stream()
        .filter(route -> route.role().filter(needed -> !role.covers(needed)).isPresent())
        .forEach(
            route ->
                assertThat(call(api, key, route).status()).as(route.operationId()).isEqualTo(403));
  }

  @Test
  void key_forgedOrMangled_is401() {
    String id = editor.split("_", 3)[1];
    List<String> forged =
        List.of(
            "rw_" + id + "_" + "A".repeat(43),
            "rw_" + id + "_",
            editor + "x",
            editor.substring(0, editor.length() - 1),
            editor.toUpperCase(Locale.ROOT),
            "rw_../../keys/admin_" + "A".repeat(43),
            "rw_nobody_" + "A".repeat(43),
            "x".repeat(4_000));
    for (String key : forged) {
      assertThat(api.get(key, TITLES).status()).as(key).isEqualTo(401);
    }
    Answer basic =
        api.send(api.request("", TITLES).header("Authorization", "Basic " + editor).GET().build());
    assertThat(basic.status()).isEqualTo(401);
  }

  @Test
  void key_expired_is401() {
    Instant past = Instant.now().minusSeconds(1);
    String key = api.keys.issue("old", Role.ADMIN, "*", Optional.of(past), "").token();
    assertThat(api.get(key, TITLES).status()).isEqualTo(401);
  }

  @Test
  void strangers_whoGuessFast_areToldToWaitAndGoodKeysAreNot() {
    try (ApiFixture fresh = ApiFixture.start()) {
      String good = fresh.key("north", Role.VIEWER);
      assertThat(fresh.get(good, TITLES).status()).isEqualTo(200);
      Eventually.until(() -> fresh.get("rw_nobody_" + "A".repeat(43), TITLES).status() == 429);
      assertThat(fresh.get(good, TITLES).status()).isEqualTo(200);
    }
  }

  @Test
  void rate_aboveTheKeysLimit_is429WithRetryAfterAndOtherKeysGoOn() {
    HttpConfig slow = ApiFixture.CONFIG.bearing(1, 3);
    try (ApiFixture fresh = ApiFixture.start(slow)) {
      String busy = fresh.key("north", Role.VIEWER);
      Eventually.until(() -> fresh.get(busy, TITLES).status() == 429);
      Answer refused = fresh.get(busy, TITLES);
      if (refused.status() == 429) {
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
      }
      assertThat(fresh.get(fresh.key("north", Role.VIEWER), TITLES).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/titles/..",
        "/api/v1/titles/../../healthz",
        "/api/v1/titles/%2e%2e/keys",
        "/api/v1/titles/..%2f..%2fsystem%2fkeys",
        "/api/v1/titles/a%00b",
        "/api/v1/titles/a%0d%0aX-Evil:%201",
        "/api/v1/titles/a;b",
        "/api/v1/titles//t1",
        "/api/v1/titles/%3Cscript%3E",
        "/api/v1/titles/%c0%ae%c0%ae",
        "/api/v1/profiles/..%2f..%2fx",
        "/api/v1/uploads/..%2f..%2fx",
        "/api/v1/%zz",
      })
  void path_thatPlaysTricks_isRefusedAndNeverRepeated(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + editor);
    assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("x-content-type-options: nosniff")
        .doesNotContain("x-evil")
        .doesNotContain("<script")
        .doesNotContain("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: x\r\nBad Header: <script>",
        "GET /<script> HTTP/1.1\r\nHost: x",
        "<script> / HTTP/1.1\r\nHost: x",
        "GET / HTTP/9.9\r\nHost: x",
        "GET /api/nothing HTTP/1.1\r\nHost: x\r\nAccept: text/html",
      })
  void request_brokenOrUnknown_isNeverAnsweredWithHtml(String head) throws IOException {
    assertThat(raw(head).toLowerCase(Locale.ROOT))
        .matches("(?s)http/1.1 [45]\\d\\d .*")
        .doesNotContain("<script")
        .doesNotContain("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "A", "ä", "..", "a/b", "a\\r\\nX-Evil: 1", "", "a\\u0000"})
  void create_unusableId_isRefusedAndNothingIsStored(String id) {
    api.masters.put("s3://masters/x.mov", "e");
    int before = api.store.list("jobs/").size();
    Answer answer =
        api.post(editor, TITLES, "{\"source\":\"s3://masters/x.mov\",\"id\":\"" + id + "\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("X-Evil")).isEmpty();
    assertThat(api.store.list("jobs/")).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://masters/../secret",
        "file:///a/../../etc/passwd",
        "http://169.254.169.254/latest",
        "s3://",
        "s3://UPPER/x",
        "file://host/x",
        "/etc/passwd",
      })
  void create_unusableSource_isRefused(String source) {
    assertThat(api.post(editor, TITLES, "{\"source\":\"" + source + "\"}").status()).isEqualTo(400);
  }

  @Test
  void create_unknownField_namesTheNearest() {
    Answer answer = api.post(editor, TITLES, "{\"sorce\":\"s3://masters/x.mov\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("'sorce' is unknown; did you mean 'source'?");
  }

  @Test
  void create_controlCharactersInTheName_areRefused() {
    Answer answer =
        api.post(editor, TITLES, "{\"source\":\"s3://masters/x.mov\",\"name\":\"a\\u001bb\"}");
    assertThat(answer.detail()).contains("'name' has control characters");
  }

  @Test
  void create_brokenLadder_saysWhereAndWhatWouldDo() {
    api.masters.put("s3://masters/x.mov", "e");
    Answer answer =
        api.post(
            editor,
            TITLES,
            "{\"source\":\"s3://masters/x.mov\",\"ladder\":\"rungs:\\n  - height: 7\\n\"}");
    assertThat(answer.code()).isEqualTo("LADDER_INVALID");
    assertThat(answer.detail()).contains("line 2, column 13");
  }

  @Test
  void body_ofAnotherType_is415() {
    Answer answer =
        api.send(
            api.request(editor, TITLES)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void body_larger_is413() {
    String large = "{\"name\":\"" + "x".repeat(2_000_000) + "\"}";
    assertThat(api.post(editor, TITLES, large).status()).isEqualTo(413);
  }

  @Test
  void bodies_malformed_neverMakeTheServerFail() {
    String valid =
        "{\"source\":\"s3://masters/x.mov\",\"metadata\":{\"a\":\"b\"},\"start\":\"manual\","
            + "\"publishAt\":\"2026-01-01T00:00:00Z\",\"tolerateDamage\":true}";
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      String body = spoiled(valid, random);
      Answer answer = api.post(editor, TITLES, body);
      assertThat(answer.status()).as(body).isLessThan(500);
    }
    List<String> odd =
        List.of(
            "",
            "null",
            "[]",
            "0",
            "\"x\"",
            "{",
            "{\"a\"",
            "[".repeat(5_000),
            "{\"a\":".repeat(500),
            "{\"metadata\":{\"a\":null}}",
            "{\"metadata\":[]}",
            "{\"id\":{}}",
            "{\"id\":1e999}",
            "{\"priority\":0}",
            "{\"priority\":\"\"}",
            "{\"start\":null}",
            "{\"id\":1,\"id\":2}",
            "{\"tolerateDamage\":\"yes\"}",
            "{\"name\":\"\\ud800\"}",
            "{} {}",
            "\u0000",
            "{\"publishAt\":\"now\"}",
            "{\"ladder\":\"&a [*a]\"}");
    for (String path : List.of(TITLES, "/api/v1/uploads", "/api/v1/webhooks", "/api/v1/keys")) {
      String key = api.key("*", Role.ADMIN);
      for (String body : odd) {
        Answer answer = api.post(key, path, body);
        assertThat(answer.status()).as("%s %s", path, body).isBetween(400, 499);
      }
    }
  }

  @Test
  void answers_always_carryTheSafetyHeaders() {
    Answer answer = api.get(editor, TITLES);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void cors_onlyConfiguredOrigins_mayCall() {
    Answer friend = preflight("https://portal.example");
    assertThat(friend.status()).isEqualTo(204);
    assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo("https://portal.example");
    assertThat(preflight("https://evil.example").header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(preflight("null").header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void wish_forATitleOfAnotherTenant_isNotFoundAndAudited() {
    api.view.accept(Examples.title("theirs", "south", Phase.ENCODING));
    assertThat(api.post(editor, TITLES + "/theirs/cancel").status()).isEqualTo(404);
    assertThat(api.sender.sent().stream().filter(s -> s.titleId().equals("theirs"))).isEmpty();
    var entry = api.audit.latest(e -> e.subject().equals("theirs"), 1).get(0);
    assertThat(entry.outcome()).isEqualTo("NOT_FOUND");
    assertThat(entry.operation()).isEqualTo("cancelTitle");
    assertThat(entry.remoteAddress()).isEqualTo("127.0.0.1");
  }

  private static Answer call(ApiFixture api, String key, Route route) {
    String path = route.path().replaceAll("\\{[a-z]+}", "x");
    return api.send(
        api.request(key, path).method(route.method().name(), BodyPublishers.noBody()).build());
  }

  private Answer preflight(String origin) {
    return api.sendUnchecked(
        api.request("", TITLES)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", BodyPublishers.noBody())
            .build());
  }

  private static String spoiled(String valid, Random random) {
    StringBuilder text = new StringBuilder(valid);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.setCharAt(at, (char) random.nextInt(0x250));
        default -> text.insert(at, "{}[]\":,\\0".charAt(random.nextInt(9)));
      }
    }
    return text.toString();
  }

  private String raw(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port())) {
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
