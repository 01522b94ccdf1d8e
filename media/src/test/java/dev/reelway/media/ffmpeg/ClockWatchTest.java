package dev.reelway.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.time.Rational;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private static final int PICTURE = 0;
  private static final int SOUND = 1;

  /** Milliseconds; pictures last 40 of them. */
  private final ClockWatch watch = new ClockWatch(new Rational(1, 1000), PICTURE);

  private long position;

  @Test
  void map_evenClock_hasNoPieces() {
    pictures(0, 100);
    pictures(4_000, 100);

    assertThat(watch.map()).isEqualTo(ClockMap.EVEN);
  }

  @Test
  void map_jumpForwardAndBack_goesOnOneFrameLater() {
    pictures(1_000, 25);
    pictures(500_000, 25);
    pictures(200, 25);

    assertThat(watch.map().pieces())
        .containsExactly(
            new ClockMap.Piece(25, Rational.of(2), Rational.of(-498)),
            new ClockMap.Piece(50, Rational.of(3), new Rational(28, 10)));
  }

  @Test
  void map_onePictureOfAnotherClock_takesItsOwnPlace() {
    pictures(0, 25);
    pictures(900_000, 1);
    pictures(1_040, 25);

    ClockMap map = watch.map();

    assertThat(map.shiftSeconds(24)).isEqualTo(Rational.ZERO);
    assertThat(map.shiftSeconds(25)).isEqualTo(Rational.of(-899));
    assertThat(map.shiftSeconds(26)).isEqualTo(Rational.ZERO);
  }

  @Test
  void map_clocksAlternateAroundAJump_eachPacketKeepsItsOwn() {
    pictures(0, 25);
    pictures(60_000, 1);
    sound(980);
    pictures(60_040, 10);

    ClockMap map = watch.map();

    assertThat(map.shiftSeconds(25)).isEqualTo(Rational.of(-59));
    assertThat(map.shiftSeconds(26)).isEqualTo(Rational.ZERO);
    assertThat(map.shiftSeconds(27)).isEqualTo(Rational.of(-59));
  }

  @Test
  void map_pauseOfThePictureWhileSoundGoesOn_isNoJump() {
    pictures(0, 25);
    for (int i = 0; i < 30; i++) {
      sound(1_000L * i);
    }
    pictures(30_000, 25);

    assertThat(watch.map()).isEqualTo(ClockMap.EVEN);
  }

  @Test
  void map_spliceThatOverlapsByTwoPictures_isClosed() {
    pictures(0, 25);
    pictures(920, 25);

    assertThat(watch.map().shiftSeconds(25)).isEqualTo(new Rational(80, 1000));
  }

  private void pictures(long from, int count) {
    for (int i = 0; i < count; i++) {
      long ticks = from + 40L * i;
      watch.add(new ClockWatch.Packet(PICTURE, position++, ticks, ticks, 40, i == 0));
    }
  }

  private void sound(long ticks) {
    watch.add(new ClockWatch.Packet(SOUND, position++, ticks, ticks, 20, true));
  }
}
