package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.FrameRate;

/**
 * The rate of a title's grid.
 *
 * @param rate frames per second
 * @param variable whether frames must be repeated or left out to reach it
 */
record GridRate(FrameRate rate, boolean variable) {

  static GridRate constant(FrameRate rate) {
    return new GridRate(rate, false);
  }

  static GridRate variable(FrameRate rate) {
    return new GridRate(rate, true);
  }
}
