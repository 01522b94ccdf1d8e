package dev.reelway.contracts.time;

import java.math.RoundingMode;

/**
 * An instant or duration: {@code ticks} of {@code 1 / timescale} seconds. Two values are equal as
 * records only when both fields are; {@link #compareTo} compares the instants exactly.
 */
public record MediaTime(long ticks, long timescale) implements Comparable<MediaTime> {

  /** Refuses a timescale that is not positive. */
  public MediaTime {
    if (timescale <= 0) {
      throw new ArithmeticException("a timescale must be positive: " + timescale);
    }
  }

  /** The exact number of seconds. */
  public Rational seconds() {
    return new Rational(ticks, timescale);
  }

  /** The same instant in {@code otherTimescale}; throws if that is not a whole number of ticks. */
  public MediaTime rescaleExact(long otherTimescale) {
    return rescale(otherTimescale, RoundingMode.UNNECESSARY);
  }

  /** The instant in {@code otherTimescale}, rounded by {@code mode}. */
  public MediaTime rescale(long otherTimescale, RoundingMode mode) {
    return new MediaTime(seconds().times(otherTimescale).round(mode), otherTimescale);
  }

  @Override
  public int compareTo(MediaTime other) {
    return seconds().compareTo(other.seconds());
  }

  /** {@code h:mm:ss.mmm}, for people; rounds down to the millisecond. */
  public String timecode() {
    return timecode(seconds());
  }

  /** {@code seconds} as {@code h:mm:ss.mmm}, for people; rounds down to the millisecond. */
  public static String timecode(Rational seconds) {
    long millis = seconds.times(1000).floor();
    String sign = millis < 0 ? "-" : "";
    millis = Math.abs(millis);
    return String.format(
        java.util.Locale.ROOT,
        "%s%d:%02d:%02d.%03d",
        sign,
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }
}
