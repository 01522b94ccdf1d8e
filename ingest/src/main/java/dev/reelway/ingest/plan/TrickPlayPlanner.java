package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.RungUse;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Plans the rendition for fast forward: about one picture a second, all of them key pictures, with
 * the size and settings of a small rung that most players decode. It keeps that rung's level, too:
 * played fast, it has as many pictures a second.
 */
final class TrickPlayPlanner {

  /** Large enough to see where one is, small enough for 8 pictures a second on any network. */
  private static final int LINES = 360;

  private TrickPlayPlanner() {}

  /** The rendition beside {@code rungs}; none for a title without picture. */
  static Optional<RungPlan> plan(List<RungPlan> rungs, SegmentGrid grid) {
    return rungs.stream()
        .filter(rung -> rung.dynamicRange() == DynamicRange.SDR)
        .min(
            Comparator.comparing(RungPlan::codec)
                .thenComparingInt(rung -> Math.abs(lines(rung) - LINES)))
        .map(rung -> plan(rung, grid));
  }

  private static int lines(RungPlan rung) {
    return Math.min(rung.width(), rung.height());
  }

  private static RungPlan plan(RungPlan rung, SegmentGrid grid) {
    int divisor = divisor(rung, grid);
    FrameRate rate = grid.rate().dividedBy(divisor);
    return new RungPlan(
        "",
        rung.name() + " fast forward",
        rung.width(),
        rung.height(),
        divisor,
        rate,
        rung.codec(),
        rung.preset(),
        coarser(rung),
        rung.maxBitsPerSecond(),
        rung.bufferBits(),
        rung.level(),
        rung.bitDepth(),
        rung.colour(),
        rung.hdr(),
        rung.toneMap(),
        RungUse.TRICK_PLAY);
  }

  /** Pictures pass quickly, and each is coded without help of others: half the bits will do. */
  private static Rational coarser(RungPlan rung) {
    boolean av1 = rung.codec() == VideoCodec.AV1;
    Rational crf = rung.crf().plus(Rational.of(av1 ? 10 : 6));
    Rational worst = Rational.of(av1 ? 63 : 51);
    return crf.compareTo(worst) < 0 ? crf : worst;
  }

  /** Segments must start with a picture, so it divides them; it is the one nearest to a second. */
  private static int divisor(RungPlan rung, SegmentGrid grid) {
    int unit = rung.rateDivisor();
    double second = grid.rate().framesPerSecond().toDouble();
    return IntStream.rangeClosed(1, grid.segmentFrames() / unit)
        .map(n -> n * unit)
        .filter(divisor -> grid.segmentFrames() % divisor == 0)
        .boxed()
        .min(Comparator.comparingDouble(divisor -> Math.abs(divisor - second)))
        .orElse(unit);
  }
}
