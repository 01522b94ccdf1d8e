package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Master;

/**
 * Pictures that are refused only because their conversion is not written yet. Whoever adds one
 * deletes its rule here; nothing else in the inspection knows about it.
 */
final class LaterCapabilities {

  private LaterCapabilities() {}

  static void refuse(Master master, Colour colour) {
    if (colour.highDynamicRange()) {
      throw notYet(master, "is in high dynamic range, and its conversion to SDR is not there yet");
    }
  }

  private static ReelwayException notYet(Master master, String what) {
    return new ReelwayException(
        FailureKind.MASTER_UNSUPPORTED, "The picture of '%s' %s.".formatted(master.name(), what));
  }
}
