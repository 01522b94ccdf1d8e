package dev.reelway.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameRateTest {

  @ParameterizedTest
  @CsvSource({
    "24000/1001, 24000, 1001, 23.976",
    "24, 24000, 1000, 24.000",
    "25, 25000, 1000, 25.000",
    "30000/1001, 30000, 1001, 29.970",
    "30, 30000, 1000, 30.000",
    "48, 48000, 1000, 48.000",
    "50, 50000, 1000, 50.000",
    "60000/1001, 60000, 1001, 59.940",
    "60, 60000, 1000, 60.000",
    "25/2, 25000, 2000, 12.500",
    "15000/1001, 15000, 1001, 14.985",
  })
  void timescale_knownRate_isTheRulesOne(
      String text, long timescale, long frameTicks, String decimal) {
    FrameRate rate = FrameRate.parse(text);
    assertThat(rate.timescale()).isEqualTo(timescale);
    assertThat(rate.frameDurationTicks()).isEqualTo(frameTicks);
    assertThat(rate.toDecimal()).isEqualTo(decimal);
    assertThat(rate).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"24000/1001", "25", "30000/1001", "60000/1001", "60"})
  void timeOf_anyFrame_isExact(String text) {
    FrameRate rate = FrameRate.parse(text);
    long frame = 3 * 3600 * 60;
    assertThat(rate.timeOf(frame).seconds().times(rate.framesPerSecond()))
        .isEqualTo(Rational.of(frame));
  }

  @Test
  void dividedBy_two_showsEverySecondFrameAtTheSameInstant() {
    FrameRate full = FrameRate.of(60000, 1001);
    FrameRate half = full.dividedBy(2);
    assertThat(half).isEqualTo(FrameRate.of(30000, 1001));
    assertThat(half.timeOf(50)).isEqualByComparingTo(full.timeOf(100));
  }

  @Test
  void framesIn_anyDuration_isTheNearestAndAtLeastOne() {
    assertThat(FrameRate.of(24000, 1001).framesIn(Rational.of(2))).isEqualTo(48);
    assertThat(FrameRate.of(25, 1).framesIn(Rational.of(6))).isEqualTo(150);
    assertThat(FrameRate.of(25, 1).framesIn(Rational.ZERO)).isEqualTo(1);
  }

  @Test
  void constructor_rateNotPositive_isRefused() {
    assertThatThrownBy(() -> FrameRate.of(0, 1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FrameRate.of(-25, 1)).isInstanceOf(ArithmeticException.class);
  }
}
