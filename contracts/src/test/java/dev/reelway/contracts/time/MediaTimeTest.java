package dev.reelway.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class MediaTimeTest {

  @Property
  void rescale_toAnyTimescale_isWithinHalfATick(
      @ForAll int ticks,
      @ForAll @IntRange(min = 1, max = 192_000) int from,
      @ForAll @IntRange(min = 1, max = 192_000) int to) {
    MediaTime time = new MediaTime(ticks, from);
    Rational error =
        time.rescale(to, RoundingMode.HALF_UP).seconds().minus(time.seconds()).times(to);
    assertThat(error.compareTo(new Rational(1, 2))).isNotPositive();
    assertThat(error.compareTo(new Rational(-1, 2))).isNotNegative();
  }

  @Property
  void rescaleExact_toAMultipleAndBack_isEqual(
      @ForAll int ticks, @ForAll @IntRange(min = 1, max = 1000) int factor) {
    MediaTime time = new MediaTime(ticks, 24000);
    assertThat(time.rescaleExact(24000L * factor).rescaleExact(24000)).isEqualTo(time);
  }

  @Example
  void rescaleExact_betweenTicks_throws() {
    assertThatThrownBy(() -> new MediaTime(1001, 24000).rescaleExact(90000))
        .isInstanceOf(ArithmeticException.class);
  }

  @Example
  void compareTo_otherTimescale_comparesTheInstant() {
    MediaTime one = new MediaTime(24000, 24000);
    assertThat(one).isEqualByComparingTo(new MediaTime(48000, 48000));
    assertThat(one).isNotEqualTo(new MediaTime(48000, 48000));
    assertThat(one).isLessThan(new MediaTime(48001, 48000));
  }

  @Example
  void constructor_timescaleNotPositive_isRefused() {
    assertThatThrownBy(() -> new MediaTime(0, 0)).isInstanceOf(ArithmeticException.class);
  }

  @Example
  void timecode_anyTime_isRoundedDown() {
    assertThat(new MediaTime(1001, 24000).timecode()).isEqualTo("0:00:00.041");
    assertThat(new MediaTime(3_723_999_999L, 1_000_000).timecode()).isEqualTo("1:02:03.999");
    assertThat(new MediaTime(-1, 2).timecode()).isEqualTo("-0:00:00.500");
  }
}
