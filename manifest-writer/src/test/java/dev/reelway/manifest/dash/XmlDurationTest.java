package dev.reelway.manifest.dash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class XmlDurationTest {

  @Test
  void nearest_anyDuration_isExactToTheNanosecond() {
    assertThat(XmlDuration.nearest(new Rational(1001, 24000))).isEqualTo("PT0.041708333S");
    assertThat(XmlDuration.nearest(Rational.of(5400))).isEqualTo("PT5400S");
    assertThat(Duration.parse(XmlDuration.nearest(new Rational(10800, 1001))))
        .isEqualTo(Duration.ofSeconds(10, 789_210_789));
  }

  @Test
  void notBelow_anyDuration_isRoundedUp() {
    assertThat(XmlDuration.notBelow(new Rational(60_061, 10_000))).isEqualTo("PT6.007S");
    assertThat(XmlDuration.notBelow(Rational.of(6))).isEqualTo("PT6S");
  }
}
