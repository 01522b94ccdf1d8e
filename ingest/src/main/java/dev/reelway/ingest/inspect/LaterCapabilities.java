package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Master;
import dev.reelway.media.scan.StreamScan;

/**
 * Pictures that are refused only because their conversion is not written yet. Whoever adds one
 * deletes its rule here; nothing else in the inspection knows about it.
 */
final class LaterCapabilities {

  private LaterCapabilities() {}

  static void refuse(Master master, StreamScan.Video facts) {
    if (facts.interlaced()) {
      throw notYet(master, "is interlaced, and deinterlacing is not there yet");
    }
    if (facts.mirrored()) {
      throw notYet(master, "is marked as mirrored, and un-mirroring is not there yet");
    }
  }

  private static ReelwayException notYet(Master master, String what) {
    return new ReelwayException(
        FailureKind.MASTER_UNSUPPORTED, "The picture of '%s' %s.".formatted(master.name(), what));
  }
}
