package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rate and frame map of the grid; time stamps are milliseconds unless a test says otherwise. */
class GridRateTest {

  @ParameterizedTest
  @CsvSource({
    "1/90000, 3003, 30000/1001",
    "1/90000, 3000, 30",
    "1/12800, 512, 25",
    "1/30, 1, 30",
    "1001/30000, 1, 30000/1001",
    "1/1000, 20, 50",
    "1/1000, 33, 1000/33",
    "1/10000000, 333667, 30000/1001",
    "1/90000, 3002, 45000/1501",
    "1/600, 48, 25/2"
  })
  void rate_evenSteps_exactOrTheStandardItRoundsTo(String timeBase, long step, String rate) {
    long[] ticks = new long[1000];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = 77 + i * step;
    }
    VideoStream video = video(new PictureScan().timeBase(Rational.parse(timeBase)).ticks(ticks));
    assertThat(video.rate()).isEqualTo(FrameRate.parse(rate));
    assertThat(video.frameMap().toTriples()).hasSize(1);
  }

  @Property(tries = 150)
  void rate_roundedToMilliseconds_isRecognised(
      @ForAll("standardRates") FrameRate rate,
      @ForAll @IntRange(min = 300, max = 3000) int frames) {
    VideoStream video = video(new PictureScan().ticks(Scans.milliseconds(rate, frames)));
    assertThat(video.rate()).isEqualTo(rate);
    assertThat(video.variableRate()).isFalse();
    assertThat(video.frameMap()).isEqualTo(video.presentationTimes());
  }

  @Property(tries = 150)
  void rate_smallJitter_keepsEveryFrameOnce(
      @ForAll("standardRates") FrameRate rate, @ForAll @LongRange(min = 0) long seed) {
    Random random = new Random(seed);
    long frame =
        1_000_000 * rate.framesPerSecond().denominator() / rate.framesPerSecond().numerator();
    long[] ticks = new long[2000];
    for (int i = 0; i < ticks.length; i++) {
      long exact = rate.framesPerSecond().inverse().times(i).times(1_000_000).round();
      ticks[i] = exact + (i == 0 ? 0 : random.nextLong(frame / 2) - frame / 4);
    }
    VideoStream video = video(new PictureScan().timeBase(new Rational(1, 1_000_000)).ticks(ticks));
    assertThat(video.rate()).isEqualTo(rate);
    assertThat(video.frameMap()).isEqualTo(video.presentationTimes());
  }

  @Test
  void rate_unusualButChosenByTheContainer_isTaken() {
    FrameRate rate = FrameRate.of(35, 2);
    PictureScan picture = new PictureScan().ticks(Scans.milliseconds(rate, 500));
    assertThat(video(picture.averageRate(rate.framesPerSecond())).rate()).isEqualTo(rate);
    assertThat(video(picture.averageRate(Rational.ZERO)).variableRate()).isTrue();
  }

  @Test
  void frameMap_phoneRecording_followsTheMedian() {
    long[] ticks = new long[600];
    for (int i = 1; i < ticks.length; i++) {
      ticks[i] = ticks[i - 1] + (i % 50 == 0 ? 66 : 33 + (i % 3 == 0 ? 1 : 0));
    }
    VideoStream video = video(new PictureScan().ticks(ticks));
    assertThat(video.rate()).isEqualTo(FrameRate.of(30, 1));
    assertThat(video.variableRate()).isTrue();
    assertThat(video.frameMap().size()).isBetween(608, 613);
  }

  @Test
  void frameMap_holeAndBurst_repeatsAndLastInSlotWins() {
    long[] ticks = {0, 40, 80, 120, 125, 280, 320, 360, 400, 440, 480, 520, 560, 600, 640, 680};
    long[] tail = new long[40];
    System.arraycopy(ticks, 0, tail, 0, ticks.length);
    for (int i = ticks.length; i < tail.length; i++) {
      tail[i] = tail[i - 1] + 40;
    }
    VideoStream video = video(new PictureScan().ticks(tail));
    assertThat(video.rate()).isEqualTo(FrameRate.of(25, 1));
    assertThat(video.frameMap().slice(0, 9).toArray())
        .containsExactly(0, 40, 80, 125, 125, 125, 125, 280, 320);
  }

  @Test
  void frameMap_burstsAndPauses_stepsUpUntilFramesAreKept() {
    long[] ticks = new long[900];
    for (int i = 1; i < ticks.length; i++) {
      ticks[i] = ticks[i - 1] + (i % 9 < 5 ? 66 : 17);
    }
    VideoStream video = video(new PictureScan().ticks(ticks));
    assertThat(video.rate().framesPerSecond()).isGreaterThanOrEqualTo(Rational.of(50));
  }

  @ParameterizedTest
  @CsvSource({"1/240, 60", "1/1, 10", "1/4, 10"})
  void rate_constantButOutOfBounds_isBroughtToAStandardOne(String frame, String rate) {
    PictureScan picture =
        new PictureScan().timeBase(Rational.parse(frame)).ticks(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(video(picture).rate()).isEqualTo(FrameRate.parse(rate));
    assertThat(video(picture).variableRate()).isTrue();
  }

  @Test
  void frameMap_variableLastFrame_lastsToItsEnd() {
    PictureScan picture = new PictureScan().times(TickRuns.of(0, 40, 80, 200), 1200);
    assertThat(video(picture).frameMap().size()).isEqualTo(30);
  }

  @Test
  void frameMap_stillPicture_isShownForItsDuration() {
    PictureScan picture = new PictureScan().times(TickRuns.of(500), 10_500);
    VideoStream video = video(picture);
    assertThat(video.rate()).isEqualTo(FrameRate.of(25, 1));
    assertThat(video.frameMap().toTriples()).hasSize(1);
    assertThat(video.frameMap().size()).isEqualTo(250);
  }

  @Property(tries = 150)
  void frameMap_anyRisingTimes_isNearestSlotWithinBounds(@ForAll @LongRange(min = 0) long seed) {
    Random random = new Random(seed);
    long[] ticks = new long[2 + random.nextInt(400)];
    ticks[0] = random.nextInt(5000);
    for (int i = 1; i < ticks.length; i++) {
      ticks[i] = ticks[i - 1] + 1 + random.nextInt(i % 7 == 0 ? 300 : 60);
    }
    VideoStream video = video(new PictureScan().ticks(ticks));
    long[] map = video.frameMap().toArray();
    Rational frame = video.rate().framesPerSecond().inverse();
    for (int n = 0; n < map.length; n++) {
      assertThat(map[n]).isIn(asList(ticks));
      Rational late = new Rational(map[n] - ticks[0], 1000).minus(frame.times(n)).dividedBy(frame);
      assertThat(late).isLessThanOrEqualTo(new Rational(1, 2));
      assertThat(n == 0 || map[n] >= map[n - 1]).isTrue();
    }
    assertThat(map[map.length - 1]).isEqualTo(ticks[ticks.length - 1]);
  }

  @Provide
  Arbitrary<FrameRate> standardRates() {
    return Arbitraries.of(
            "24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60000/1001", "60")
        .map(FrameRate::parse);
  }

  private static List<Long> asList(long[] ticks) {
    return Arrays.stream(ticks).boxed().toList();
  }

  private static VideoStream video(PictureScan picture) {
    return Scans.inspect(picture).video().orElseThrow();
  }
}
