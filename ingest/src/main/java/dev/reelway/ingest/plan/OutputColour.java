package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.plan.DynamicRange;
import java.util.Set;

/**
 * The colour of a rung: always limited range. In standard dynamic range BT.709 and BT.601 are kept
 * as they are and everything else becomes BT.709, which every player shows right; HDR rungs keep
 * their transfer function and are BT.2020, the only primaries that players expect with it.
 */
final class OutputColour {

  /** H.273 code points that BT.709 and both forms of BT.601 use. */
  private static final Set<Integer> PRIMARIES = Set.of(1, 5, 6);

  private static final Set<Integer> TRANSFERS = Set.of(1, 6);
  private static final Set<Integer> MATRICES = Set.of(1, 5, 6);

  private static final int BT2020 = 9;

  private OutputColour() {}

  static Colour of(Colour source, DynamicRange range) {
    return range == DynamicRange.HDR
        ? new Colour(BT2020, source.transfer(), BT2020, false)
        : standard(source);
  }

  private static Colour standard(Colour source) {
    boolean kept =
        PRIMARIES.contains(source.primaries())
            && TRANSFERS.contains(source.transfer())
            && MATRICES.contains(source.matrix());
    return kept
        ? new Colour(source.primaries(), source.transfer(), source.matrix(), false)
        : Colour.BT709;
  }

  /** Whether more than the range changes on SDR rungs. */
  static boolean converts(Colour source) {
    Colour output = standard(source);
    return output.primaries() != source.primaries()
        || output.transfer() != source.transfer()
        || output.matrix() != source.matrix();
  }
}
