package dev.reelway.contracts.master;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.math.RoundingMode;

/**
 * Film at 24 pictures a second inside video at 30: four film pictures are spread over ten fields,
 * which make five pictures of video, always in the same rhythm.
 *
 * <pre>
 *  position        0    1    2    3    4
 *  first field     A    B    B    C    D
 *  second field    A    B    C    D    D
 *  undone          A    B    C ── ┘    D
 * </pre>
 *
 * <p>A, B and D are there as they were; C is put together from two pictures. So a film picture
 * depends on no more than the picture after it.
 *
 * @param order which field is the first
 * @param pictureRate of the video, such as 30000/1001
 * @param firstTicks presentation time of the video's first picture
 * @param firstCycle how many pictures lie before the first one at position 0, from 0 to 4
 */
public record Pulldown(FieldOrder order, FrameRate pictureRate, long firstTicks, int firstCycle) {

  /** Pictures of video in which the rhythm repeats. */
  public static final int CYCLE = 5;

  /** The position whose picture holds the second field of C. */
  public static final int C_BEGINS = 2;

  /** The position whose picture holds the first field of C. */
  public static final int C_ENDS = 3;

  private static final Rational FILM_IN_VIDEO = new Rational(CYCLE - 1, CYCLE);

  /** The number of the picture at {@code ticks}, from 0. */
  public long number(long ticks, Rational timeBase) {
    Rational seconds = timeBase.times(ticks - firstTicks);
    return seconds.times(pictureRate.framesPerSecond()).round(RoundingMode.HALF_UP);
  }

  /** Where in the rhythm the picture with this number lies, 0 to 4. */
  public int position(long number) {
    return (int) Math.floorMod(number - firstCycle, (long) CYCLE);
  }

  /** Film pictures per second. */
  public FrameRate filmRate() {
    return new FrameRate(pictureRate.framesPerSecond().times(FILM_IN_VIDEO));
  }
}
