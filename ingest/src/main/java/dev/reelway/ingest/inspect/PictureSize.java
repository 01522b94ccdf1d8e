package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Master;

/** Which sizes of pictures are handled: from 16 lines to 8K. */
final class PictureSize {

  private static final int LONGEST_SIDE = 8192;
  private static final int LARGEST_SHORT_SIDE = 4320;
  private static final int SHORTEST_SIDE = 16;

  private PictureSize() {}

  /** Whether a picture is so large that it is not even decoded. */
  static boolean beyond(int width, int height) {
    return Math.max(width, height) > LONGEST_SIDE || Math.min(width, height) > LARGEST_SHORT_SIDE;
  }

  static void check(Master master, int width, int height) {
    if (beyond(width, height) || Math.min(width, height) < SHORTEST_SIDE) {
      throw new ReelwayException(
          FailureKind.MASTER_UNSUPPORTED,
          "The picture of '%s' is %d × %d, but sizes from %d × %d to %d × %d are handled."
              .formatted(
                  master.name(),
                  width,
                  height,
                  SHORTEST_SIDE,
                  SHORTEST_SIDE,
                  LONGEST_SIDE,
                  LARGEST_SHORT_SIDE));
    }
  }
}
