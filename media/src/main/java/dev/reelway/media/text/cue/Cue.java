package dev.reelway.media.text.cue;

import dev.reelway.contracts.time.Rational;

/**
 * Text that is shown for a while.
 *
 * @param start when it appears, in seconds
 * @param end when it goes, in seconds, after {@code start}
 * @param settings WebVTT cue settings such as {@code line:0 align:left}, may be empty
 * @param text well-formed WebVTT cue text (W3C WebVTT, 4.2.2): {@code <}, {@code >} and {@code &}
 *     are escaped, tags are the standard ones and closed, no line is empty
 */
public record Cue(Rational start, Rational end, String settings, String text) {

  /** The same text at other times. */
  public Cue at(Rational newStart, Rational newEnd) {
    return new Cue(newStart, newEnd, settings, text);
  }
}
