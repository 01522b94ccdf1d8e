package dev.reelway.media.scan;

import dev.reelway.contracts.time.Rational;

/**
 * A part of a title.
 *
 * @param from first instant in seconds
 * @param to instant after the last, in seconds
 */
public record Stretch(Rational from, Rational to) {

  /** Its length in seconds. */
  public Rational seconds() {
    return to.minus(from);
  }
}
