package dev.reelway.conformance.webvtt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * X-TIMESTAMP-MAP of a WebVTT segment, RFC 8216bis 3.1.4.
 *
 * @param mpegTicks media time at 90 kHz
 * @param localMillis the cue time that is the same instant
 */
public record TimestampMap(long mpegTicks, long localMillis) {
  private static final Pattern MPEG = Pattern.compile("MPEGTS:([0-9]{1,10})");
  private static final Pattern LOCAL = Pattern.compile("LOCAL:([0-9:.]+)");
  private static final int TICKS_PER_MILLI = 90;

  /** Reads {@code MPEGTS:900000,LOCAL:00:00:00.000}, in either order. */
  static Optional<TimestampMap> parse(String text) {
    Matcher mpeg = MPEG.matcher(text);
    Matcher local = LOCAL.matcher(text);
    if (!mpeg.find() || !local.find()) {
      return Optional.empty();
    }
    long ticks = Long.parseLong(mpeg.group(1));
    return CueTime.parse(local.group(1)).map(millis -> new TimestampMap(ticks, millis));
  }

  /** What to add to a cue's time to get media time, milliseconds. */
  public long offsetMillis() {
    return Math.floorDiv(mpegTicks, TICKS_PER_MILLI) - localMillis;
  }
}
