package dev.reelway.media.text.ttml;

import dev.reelway.contracts.time.Rational;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document writes times (TTML1, 10.3.1).
 *
 * @param frames nominal frames per second, for frame numbers
 * @param rate real frames per second
 * @param ticks ticks per second
 * @param labels whether times are SMPTE time codes, which count frames and not seconds
 * @param drop whether time codes leave out numbers as NTSC's do
 */
record TtmlClock(long frames, Rational rate, Rational ticks, boolean labels, boolean drop) {

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{2,4}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9})|[:;](\\d{2,3})(?:\\.\\d+)?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9}))?(h|m|s|ms|f|t)");

  static TtmlClock of(TtmlNode root) {
    boolean framesGiven = root.attribute("frameRate").matches("[1-9]\\d{0,3}");
    long frames = framesGiven ? Long.parseLong(root.attribute("frameRate")) : 30;
    Rational rate = Rational.of(frames).times(multiplier(root.attribute("frameRateMultiplier")));
    Rational ticks = framesGiven ? rate : Rational.ONE;
    if (root.attribute("tickRate").matches("[1-9]\\d{0,9}")) {
      ticks = Rational.of(Long.parseLong(root.attribute("tickRate")));
    }
    boolean labels = root.attribute("timeBase").equals("smpte");
    return new TtmlClock(
        frames, rate, ticks, labels, root.attribute("dropMode").equals("dropNTSC"));
  }

  private static Rational multiplier(String written) {
    Matcher numbers = Pattern.compile("([1-9]\\d{0,5})[\\s:]+([1-9]\\d{0,5})").matcher(written);
    return numbers.matches()
        ? new Rational(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)))
        : Rational.ONE;
  }

  /** Seconds; absent if it is no time. */
  Optional<Rational> parse(String written) {
    Matcher clock = CLOCK.matcher(written.strip());
    if (clock.matches()) {
      return Optional.of(clock(clock));
    }
    Matcher offset = OFFSET.matcher(written.strip());
    return offset.matches() ? Optional.of(offset(offset)) : Optional.empty();
  }

  private Rational clock(Matcher clock) {
    long minutes = Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
    long seconds = minutes * 60 + Long.parseLong(clock.group(3));
    long frame = clock.group(5) == null ? 0 : Long.parseLong(clock.group(5));
    if (labels) {
      long dropped = drop ? 2 * (minutes - minutes / 10) : 0;
      return Rational.of(seconds * frames + frame - dropped).dividedBy(rate);
    }
    Rational fraction =
        clock.group(4) == null ? Rational.of(frame).dividedBy(rate) : decimal("0", clock.group(4));
    return Rational.of(seconds).plus(fraction);
  }

  private Rational offset(Matcher offset) {
    Rational value = decimal(offset.group(1), offset.group(2));
    return switch (offset.group(3)) {
      case "h" -> value.times(3600);
      case "m" -> value.times(60);
      case "ms" -> value.times(new Rational(1, 1000));
      case "f" -> value.dividedBy(rate);
      case "t" -> value.dividedBy(ticks);
      default -> value;
    };
  }

  private static Rational decimal(String whole, String digits) {
    Rational fraction =
        digits == null
            ? Rational.ZERO
            : new Rational(Long.parseLong(digits), (long) Math.pow(10, digits.length()));
    return Rational.of(Long.parseLong(whole)).plus(fraction);
  }
}
