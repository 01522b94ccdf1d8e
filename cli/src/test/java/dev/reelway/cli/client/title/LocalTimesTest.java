package dev.reelway.cli.client.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {

  private static final LocalTimes ZURICH = new LocalTimes(ZoneId.of("Europe/Zurich"));

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T20:00, 2026-07-01T18:00:00Z",
    "2026-01-01 20:00, 2026-01-01T19:00:00Z",
    "2026-01-01T20:00:30Z, 2026-01-01T20:00:30Z",
    "2026-01-01T20:00+05:00, 2026-01-01T15:00:00Z",
    "2026-01-01, 2025-12-31T23:00:00Z",
  })
  void parse_whatPeopleWrite_isThatInstant(String written, String instant) {
    assertThat(ZURICH.parse(written)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "20:00", "2026-13-01", ""})
  void parse_anythingElse_isNone(String written) {
    assertThat(ZURICH.parse(written)).isEmpty();
  }

  @Test
  void text_instant_isInTheZone() {
    assertThat(ZURICH.text("2026-07-01T18:00:00Z")).isEqualTo("2026-07-01 20:00:00");
    assertThat(ZURICH.text("soon")).isEqualTo("soon");
  }
}
