package dev.reelway.ingest.plan;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
 *   <li>A title that is faster than a rung allows shows every 2nd, 3rd … frame on that rung.
 * </ul>
 */
final class RungPlanner {

  private static final Rational WORTH_ITS_OWN_RUNG = new Rational(110, 100);
  private static final long CAP_STEP = 10_000;

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
    List<Profile.Rung> ladder =
        profile.video().stream()
            .sorted(Comparator.comparingInt(Profile.Rung::height).reversed())
            .toList();
    return fitting(ladder).stream().map(this::plan).toList();
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
    int level = level(rung, new H264Need(size, rate, rung.maxBitsPerSecond(), bufferBits));
    return new RungPlan(
        "",
        rung.height() + "p",
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
        OutputColour.of(video.colour()));
  }

  // Every second frame of an interlaced master is made of a picture's first field.
  private int divisor(FrameRate rate, Rational maxFramesPerSecond) {
    Rational pictures = rate.framesPerSecond().dividedBy(Rational.of(leastDivisor));
    Rational ratio = pictures.dividedBy(maxFramesPerSecond);
    return leastDivisor * Math.max(1, Math.toIntExact(ratio.round(RoundingMode.CEILING)));
  }

  private static int level(Profile.Rung rung, H264Need need) {
    return H264Level.lowestFor(need)
        .orElseThrow(
            () ->
                new ReelwayException(
                    FailureKind.LADDER_INVALID,
                    ("The rung of height %d would be %d × %d at %s frames per second and %d bits"
                            + " per second, which is beyond every H.264 level.")
                        .formatted(
                            rung.height(),
                            need.size().width(),
                            need.size().height(),
                            need.rate(),
                            need.maxBitsPerSecond())))
        .number();
  }
}
