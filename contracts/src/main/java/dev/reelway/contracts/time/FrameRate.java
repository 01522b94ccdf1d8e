package dev.reelway.contracts.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Frames per second as an exact fraction: 24000/1001, never 23.976.
 *
 * <p>The rate also fixes the track's timescale, so that every frame lasts a whole number of ticks:
 * 24000 for 24 and 24000/1001, 25000 for 25, 30000 for 30 and 30000/1001 (media rule 1).
 */
public record FrameRate(Rational framesPerSecond) {

  /** Refuses rates that are not positive. */
  public FrameRate {
    if (framesPerSecond.signum() <= 0) {
      throw new ArithmeticException("a frame rate must be positive: " + framesPerSecond);
    }
  }

  /** {@code numerator / denominator} frames per second. */
  public static FrameRate of(long numerator, long denominator) {
    return new FrameRate(new Rational(numerator, denominator));
  }

  /** Reads {@code "30000/1001"} or {@code "25"}. */
  @JsonCreator
  public static FrameRate parse(String text) {
    return new FrameRate(Rational.parse(text));
  }

  /** Ticks per second of a track at this rate. */
  public long timescale() {
    long numerator = framesPerSecond.numerator();
    return numerator < 1000 ? numerator * 1000 : numerator;
  }

  /** Ticks that one frame lasts in {@link #timescale()}; exact by construction. */
  public long frameDurationTicks() {
    long numerator = framesPerSecond.numerator();
    return numerator < 1000 ? framesPerSecond.denominator() * 1000 : framesPerSecond.denominator();
  }

  /** When frame {@code index} (from 0) is shown, in {@link #timescale()}. */
  public MediaTime timeOf(long index) {
    return new MediaTime(Math.multiplyExact(index, frameDurationTicks()), timescale());
  }

  /** How many frames come nearest to {@code seconds}, at least one. */
  public int framesIn(Rational seconds) {
    return Math.toIntExact(Math.max(1, framesPerSecond.times(seconds).round()));
  }

  /** The rate of a rendition that shows every {@code divisor}-th frame. */
  public FrameRate dividedBy(int divisor) {
    return new FrameRate(framesPerSecond.times(new Rational(1, divisor)));
  }

  /** {@code "30000/1001"} or {@code "25"}. */
  @Override
  @JsonValue
  public String toString() {
    return framesPerSecond.toString();
  }

  /** Frames per second with at most three decimals, as HLS's FRAME-RATE and people want it. */
  public String toDecimal() {
    return String.format(java.util.Locale.ROOT, "%.3f", framesPerSecond.toDouble());
  }
}
