package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.ingest.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefusalLogTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final List<String> lines = new ArrayList<>();
  private final RefusalLog log = new RefusalLog(clock, lines::add);

  @Test
  void note_aFlood_tellsTheFirstAndThenHowManyMore() {
    for (int i = 0; i < 500; i++) {
      log.note(refused("GET", "/api/v1/titles", 429, "192.0.2.1"));
    }
    assertThat(lines)
        .containsExactly("Refused with 429 CODE from 192.0.2.1, key 1a2b: GET /api/v1/titles");
    clock.move(Duration.ofMinutes(2));
    log.note(refused("GET", "/api/v1/titles", 429, "192.0.2.1"));
    assertThat(lines.get(1)).endsWith("; 499 more like this since 2026-01-01T00:00:00Z");
  }

  @Test
  void note_anotherAddressOrStatus_isToldToo() {
    log.note(refused("GET", "/x", 404, "192.0.2.1"));
    log.note(refused("GET", "/x", 404, "192.0.2.2"));
    log.note(refused("GET", "/x", 401, "192.0.2.1"));
    assertThat(lines).hasSize(3);
  }

  @Test
  void note_whatWasServed_isNotTold() {
    log.note(refused("GET", "/x", 200, "192.0.2.1"));
    log.note(refused("GET", "/x", 304, "192.0.2.1"));
    assertThat(lines).isEmpty();
  }

  @Test
  void note_aPathThatWouldForgeALine_isMadePlain() {
    log.note(refused("GET", "/a\nRefused \u001b[2J" + "x".repeat(1_000), 400, "192.0.2.1"));
    assertThat(lines.get(0)).doesNotContain("\n", "\u001b").hasSizeLessThan(300);
  }

  @Test
  void note_aSecretInThePath_isLeftOut() {
    log.note(refused("GET", "/x/rw_1a2b_" + "S".repeat(43) + "/y", 404, "192.0.2.1"));
    log.note(refused("GET", "/eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln", 401, "192.0.2.1"));
    assertThat(lines).noneMatch(line -> line.contains("SSSS") || line.contains("eyJ"));
    assertThat(lines.get(0)).endsWith("GET /x/…/y");
  }

  @Test
  void note_aPageElsewhere_isNamed() {
    RefusedRequest foreign =
        new RefusedRequest("OPTIONS", "/x", 405, "C", "", "https://evil\r\n.example", "192.0.2.1");
    log.note(foreign);
    assertThat(lines)
        .containsExactly(
            "Refused with 405 C from 192.0.2.1, page of https://evil??.example: OPTIONS /x");
  }

  private static RefusedRequest refused(String method, String path, int status, String address) {
    return new RefusedRequest(method, path, status, "CODE", "key 1a2b", "", address);
  }
}
