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
      log.note("GET", "/api/v1/titles", 429, "192.0.2.1");
    }
    assertThat(lines).containsExactly("Refused with 429 from 192.0.2.1: GET /api/v1/titles");
    clock.move(Duration.ofMinutes(2));
    log.note("GET", "/api/v1/titles", 429, "192.0.2.1");
    assertThat(lines.get(1)).endsWith("; 499 more like this since 2026-01-01T00:00:00Z");
  }

  @Test
  void note_anotherAddressOrStatus_isToldToo() {
    log.note("GET", "/x", 404, "192.0.2.1");
    log.note("GET", "/x", 404, "192.0.2.2");
    log.note("GET", "/x", 401, "192.0.2.1");
    assertThat(lines).hasSize(3);
  }

  @Test
  void note_whatWasServed_isNotTold() {
    log.note("GET", "/x", 200, "192.0.2.1");
    log.note("GET", "/x", 304, "192.0.2.1");
    assertThat(lines).isEmpty();
  }

  @Test
  void note_aPathThatWouldForgeALine_isMadePlain() {
    log.note("GET", "/a\nRefused \u001b[2J" + "x".repeat(1_000), 400, "192.0.2.1");
    assertThat(lines.get(0)).doesNotContain("\n", "\u001b").hasSizeLessThan(300);
  }
}
