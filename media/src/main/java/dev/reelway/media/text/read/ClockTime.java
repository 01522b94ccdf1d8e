package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as SubRip, WebVTT and ASS files write them. */
final class ClockTime {

  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,9}))?");

  private ClockTime() {}

  /** Reads {@code h:mm:ss.fraction}, with a point or comma; hours may be missing. */
  static Optional<Rational> parse(String written) {
    Matcher clock = CLOCK.matcher(written.strip());
    if (!clock.matches()) {
      return Optional.empty();
    }
    long minutes = Long.parseLong(clock.group(2));
    long seconds = Long.parseLong(clock.group(3));
    if (minutes > 59 || seconds > 59) {
      return Optional.empty();
    }
    long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
    Rational whole = Rational.of((hours * 60 + minutes) * 60 + seconds);
    return Optional.of(whole.plus(fraction(clock.group(4))));
  }

  /** The digits after the point as a fraction of a second. */
  static Rational fraction(String digits) {
    return digits == null
        ? Rational.ZERO
        : new Rational(Long.parseLong(digits), (long) Math.pow(10, digits.length()));
  }
}
