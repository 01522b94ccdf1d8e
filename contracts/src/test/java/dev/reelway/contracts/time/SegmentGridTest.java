package dev.reelway.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SegmentGridTest {

  private static final Rational HALF_SECOND = new Rational(1, 2);
  private static final Rational HALF = new Rational(1, 2);

  /** A grid whose cuts suit renditions that show every {@code divisor}-th frame. */
  private record Case(SegmentGrid grid, int divisor) {}

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<FrameRate> rates =
        Arbitraries.of(
                "24000/1001",
                "24",
                "25",
                "30000/1001",
                "30",
                "50",
                "60000/1001",
                "60",
                "25/2",
                "48000/1024",
                "44100/1024")
            .map(FrameRate::parse);
    Arbitrary<Rational> gops = Arbitraries.integers().between(10, 40).map(SegmentGridTest::tenths);
    Arbitrary<Rational> targets =
        Arbitraries.integers().between(20, 100).map(SegmentGridTest::tenths);
    Arbitrary<Integer> divisors = Arbitraries.integers().between(1, 4);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 3 * 3600 * 60);
    return Combinators.combine(rates, gops, targets, divisors, lengths)
        .as(
            (rate, gop, target, divisor, frames) ->
                new Case(SegmentGrid.near(rate, gop, target, divisor, frames), divisor));
  }

  private static Rational tenths(int value) {
    return new Rational(value, 10);
  }

  @Property(tries = 200)
  void start_ofEveryRendition_isTheSameInstant(@ForAll("cases") Case example) {
    SegmentGrid grid = example.grid();
    FrameRate slow = grid.rate().dividedBy(example.divisor());
    for (int segment = 0; segment < grid.segmentCount(); segment++) {
      long frames = SegmentGrid.renditionFrames(grid.firstFrame(segment), example.divisor());
      assertThat(slow.timeOf(frames).seconds()).isEqualTo(grid.start(segment).seconds());
      assertThat(grid.isKeyFrame(grid.firstFrame(segment))).isTrue();
    }
  }

  @Property(tries = 200)
  void end_ofASlowRendition_isLessThanOneOfItsFramesLate(@ForAll("cases") Case example) {
    SegmentGrid grid = example.grid();
    FrameRate slow = grid.rate().dividedBy(example.divisor());
    Rational end =
        slow.timeOf(SegmentGrid.renditionFrames(grid.frameCount(), example.divisor())).seconds();
    Rational late = end.minus(grid.duration().seconds());
    assertThat(late.signum()).isNotNegative();
    assertThat(late).isLessThan(slow.timeOf(1).seconds());
  }

  @Property(tries = 200)
  void segments_ofAnyTitle_coverItWithoutGapOrOverlap(@ForAll("cases") Case example) {
    SegmentGrid grid = example.grid();
    long next = 0;
    for (int segment = 0; segment < grid.segmentCount(); segment++) {
      assertThat(grid.firstFrame(segment)).isEqualTo(next);
      assertThat(grid.framesIn(segment)).isPositive();
      next += grid.framesIn(segment);
    }
    assertThat(next).isEqualTo(grid.frameCount());
    assertThat(grid.start(grid.segmentCount())).isEqualTo(grid.duration());
  }

  @Property(tries = 200)
  void lastSegment_ofAnyTitle_isNoSliverUnlessTheTitleIs(@ForAll("cases") Case example) {
    SegmentGrid grid = example.grid();
    int last = grid.segmentCount() - 1;
    Rational tail = grid.rate().timeOf(grid.framesIn(last)).seconds();
    if (last > 0) {
      assertThat(tail).isGreaterThanOrEqualTo(HALF_SECOND);
    }
    Rational whole = grid.rate().timeOf(grid.segmentFrames()).seconds();
    assertThat(tail.minus(whole)).isLessThan(HALF_SECOND);
  }

  @Property(tries = 200)
  void firstAudioFrame_ofEverySegment_isTheNearestAndRises(
      @ForAll("cases") Case example, @ForAll("audio") int[] audio) {
    SegmentGrid grid = example.grid();
    int sampleRate = audio[0];
    int priming = audio[1];
    long frames = (priming + grid.audioSamples(sampleRate) + 1023) / 1024;
    assertThat(grid.firstAudioFrame(0, sampleRate, priming, 1024, frames)).isZero();
    long before = 0;
    for (int segment = 1; segment < grid.segmentCount(); segment++) {
      long frame = grid.firstAudioFrame(segment, sampleRate, priming, 1024, frames);
      Rational exact = grid.start(segment).seconds().times(sampleRate).plus(Rational.of(priming));
      Rational error = Rational.of(frame).minus(exact.times(new Rational(1, 1024)));
      assertThat(error).isBetween(HALF.times(-1), HALF);
      assertThat(frame).isGreaterThan(before);
      before = frame;
    }
    assertThat(grid.firstAudioFrame(grid.segmentCount(), sampleRate, priming, 1024, frames))
        .isEqualTo(frames)
        .isGreaterThan(before);
  }

  @Provide
  Arbitrary<int[]> audio() {
    return Combinators.combine(
            Arbitraries.of(48000, 44100, 32000, 96000), Arbitraries.of(0, 1024, 2112))
        .as((rate, priming) -> new int[] {rate, priming});
  }

  @Example
  void firstAudioFrame_at2997_isNotAccumulated() {
    SegmentGrid grid = new SegmentGrid(FrameRate.of(30000, 1001), 60, 180, 180 * 1000);
    // 999 × 6.006 s × 48000 / 1024 = 281249.7…; adding up the 281.53 of one segment would drift
    assertThat(grid.firstAudioFrame(999, 48000, 1024, 1024, 1_000_000)).isEqualTo(281_251);
  }

  @Example
  void near_film_isAboutTwoAndSixSeconds() {
    SegmentGrid grid =
        SegmentGrid.near(FrameRate.of(24000, 1001), Rational.of(2), Rational.of(6), 1, 24L * 60);
    assertThat(grid.gopFrames()).isEqualTo(48);
    assertThat(grid.segmentFrames()).isEqualTo(144);
    assertThat(grid.segmentCount()).isEqualTo(10);
  }

  @Example
  void near_halfRateRung_cutsOnEvenFrames() {
    SegmentGrid grid =
        SegmentGrid.near(FrameRate.of(25, 1), Rational.of(1), Rational.of(3), 2, 1000);
    assertThat(grid.gopFrames()).isEqualTo(26);
    assertThat(grid.segmentFrames()).isEqualTo(78);
  }

  @Example
  void segmentCount_sliver_joinsTheSegmentBefore() {
    assertThat(grid(150 + 12).segmentCount()).isEqualTo(1);
    assertThat(grid(150 + 12).framesIn(0)).isEqualTo(162);
    assertThat(grid(150 + 13).segmentCount()).isEqualTo(2);
    assertThat(grid(1).segmentCount()).isEqualTo(1);
  }

  @Example
  void constructor_segmentThatIsNoWholeGops_isRefused() {
    FrameRate rate = FrameRate.of(25, 1);
    assertThatThrownBy(() -> new SegmentGrid(rate, 50, 120, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SegmentGrid(rate, 50, 100, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void firstFrame_segmentOutOfRange_throws() {
    assertThatThrownBy(() -> grid(150).firstFrame(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> grid(150).framesIn(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static SegmentGrid grid(long frames) {
    return new SegmentGrid(FrameRate.of(25, 1), 50, 150, frames);
  }
}
