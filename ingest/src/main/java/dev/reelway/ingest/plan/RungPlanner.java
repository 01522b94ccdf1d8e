package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Fits a ladder to a picture.
 *
 * <ul>
 *   <li>No rung is larger than the picture as it is displayed (media rule 16).
 *   <li>A picture whose size lies between two rungs gets a rung of its own size if that is more
 *       than 10 % above the next lower rung: with the quality of the higher rung and a cap between
 *       both.
 *   <li>A picture smaller than every rung gets one rung of its own size with the settings of the
 *       lowest rung.
 *   <li>HDR rungs are left out when the master is SDR; SDR rungs of an HDR master are tone-mapped.
 *   <li>Each family of rungs (one codec, one dynamic range) is fitted on its own.
 *   <li>A title that is faster than a rung allows shows every 2nd, 3rd … frame on that rung.
 * </ul>
 */
final class RungPlanner {

  private static final Rational WORTH_ITS_OWN_RUNG = new Rational(110, 100);
  private static final long CAP_STEP = 10_000;
  private static final int EIGHT_BITS = 8;
  private static final int TEN_BITS = 10;

  private final VideoStream video;
  private final DisplayShape shape;

  private final int leastDivisor;

  RungPlanner(VideoStream video, Profile.Interlaced interlaced) {
    this.video = video;
    boolean halved = video.fieldOrder().interlaced() && interlaced == Profile.Interlaced.FRAMES;
    this.leastDivisor = halved ? 2 : 1;
    this.shape = DisplayShape.of(video);
  }

  /** The rungs from the highest to the lowest, their track ids still empty. */
  List<RungPlan> plan(Profile profile) {
    return RungFamily.of(profile.video()).entrySet().stream()
        .filter(family -> suits(family.getKey()))
        .flatMap(family -> fitting(family.getValue()).stream())
        .map(this::plan)
        .sorted(Comparator.comparingInt(RungPlanner::height).reversed())
        .toList();
  }

  private boolean suits(RungFamily family) {
    return family.range() == DynamicRange.SDR || video.colour().highDynamicRange();
  }

  private static int height(RungPlan rung) {
    return Math.min(rung.width(), rung.height());
  }

  private List<Profile.Rung> fitting(List<Profile.Rung> ladder) {
    int source = shape.evenShorterSide();
    List<Profile.Rung> fitting = ladder.stream().filter(r -> r.height() <= source).toList();
    List<Profile.Rung> larger = ladder.stream().filter(r -> r.height() > source).toList();
    if (fitting.isEmpty()) {
      Profile.Rung lowest = larger.get(larger.size() - 1);
      return List.of(withHeight(lowest, source, lowest.maxBitsPerSecond()));
    }
    Rational worthwhile = WORTH_ITS_OWN_RUNG.times(fitting.get(0).height());
    if (larger.isEmpty() || Rational.of(source).compareTo(worthwhile) <= 0) {
      return fitting;
    }
    List<Profile.Rung> withOwn = new ArrayList<>();
    withOwn.add(between(larger.get(larger.size() - 1), fitting.get(0), source));
    withOwn.addAll(fitting);
    return withOwn;
  }

  /** The cap grows with the number of pixels from the lower to the upper rung. */
  private static Profile.Rung between(Profile.Rung upper, Profile.Rung lower, int height) {
    Rational share =
        new Rational(
            squared(height) - squared(lower.height()),
            squared(upper.height()) - squared(lower.height()));
    long span = upper.maxBitsPerSecond() - lower.maxBitsPerSecond();
    long cap = lower.maxBitsPerSecond() + share.times(span).round();
    return withHeight(upper, height, cap / CAP_STEP * CAP_STEP);
  }

  private static long squared(int height) {
    return (long) height * height;
  }

  private static Profile.Rung withHeight(Profile.Rung rung, int height, long maxBitsPerSecond) {
    return new Profile.Rung(
        height,
        rung.codec(),
        rung.dynamicRange(),
        rung.preset(),
        rung.crf(),
        maxBitsPerSecond,
        rung.maxFramesPerSecond());
  }

  private RungPlan plan(Profile.Rung rung) {
    Size size = shape.withShorterSide(rung.height());
    int divisor = divisor(video.rate(), rung.maxFramesPerSecond());
    FrameRate rate = video.rate().dividedBy(divisor);
    // One second of the cap keeps segments near it without starving hard scenes (media rule 14).
    long bufferBits = rung.maxBitsPerSecond();
    boolean hdr = rung.dynamicRange() == DynamicRange.HDR;
    boolean toneMapped = !hdr && video.colour().highDynamicRange();
    int level = level(rung, new LevelNeed(size, rate, rung.maxBitsPerSecond(), bufferBits));
    return new RungPlan(
        "",
        rung.height() + "p" + RungFamily.of(rung).suffix(),
        size.width(),
        size.height(),
        divisor,
        rate,
        rung.codec(),
        rung.preset(),
        rung.crf(),
        rung.maxBitsPerSecond(),
        bufferBits,
        level,
        bitDepth(rung),
        OutputColour.of(video.colour(), rung.dynamicRange()),
        hdr ? video.hdr() : HdrMetadata.NONE,
        toneMapped ? Optional.of(ToneMapping.of(video)) : Optional.empty());
  }

  // H.264 of ten bits plays nearly nowhere, HEVC and AV1 of ten bits nearly everywhere.
  private int bitDepth(Profile.Rung rung) {
    boolean deep = rung.codec() != VideoCodec.H264 && video.bitDepth() > EIGHT_BITS;
    return deep || rung.dynamicRange() == DynamicRange.HDR ? TEN_BITS : EIGHT_BITS;
  }

  // Every second frame of an interlaced master is made of a picture's first field.
  private int divisor(FrameRate rate, Rational maxFramesPerSecond) {
    Rational pictures = rate.framesPerSecond().dividedBy(Rational.of(leastDivisor));
    Rational ratio = pictures.dividedBy(maxFramesPerSecond);
    return leastDivisor * Math.max(1, Math.toIntExact(ratio.round(RoundingMode.CEILING)));
  }

  private static int level(Profile.Rung rung, LevelNeed need) {
    return CodecLevels.lowestFor(rung.codec(), need)
        .orElseThrow(
            () ->
                new ReelwayException(
                    FailureKind.LADDER_INVALID,
                    ("The rung of height %d would be %d × %d at %s frames per second and %d bits"
                            + " per second, which is beyond every level of %s.")
                        .formatted(
                            rung.height(),
                            need.size().width(),
                            need.size().height(),
                            need.rate(),
                            need.maxBitsPerSecond(),
                            RungFamily.of(rung).words())));
  }
}
