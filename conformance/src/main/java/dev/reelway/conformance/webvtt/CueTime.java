package dev.reelway.conformance.webvtt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A WebVTT time stamp, {@code 00:00:01.000} or {@code 00:01.000}. */
final class CueTime {
  private static final Pattern FORM =
      Pattern.compile("(?:([0-9]{2,6}):)?([0-5][0-9]):([0-5][0-9])\\.([0-9]{3})");

  private CueTime() {}

  /** Milliseconds; empty if it is no time stamp. */
  static Optional<Long> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long hours = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
    long minutes = 60 * hours + Long.parseLong(matcher.group(2));
    long seconds = 60 * minutes + Long.parseLong(matcher.group(3));
    return Optional.of(1000 * seconds + Long.parseLong(matcher.group(4)));
  }
}
