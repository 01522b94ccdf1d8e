package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Colour;
import java.util.Set;

/**
 * The colour of all rungs: always limited range; BT.709 and BT.601 are kept as they are, everything
 * else in standard dynamic range becomes BT.709, which every player shows right.
 */
final class OutputColour {

  /** H.273 code points that BT.709 and both forms of BT.601 use. */
  private static final Set<Integer> PRIMARIES = Set.of(1, 5, 6);

  private static final Set<Integer> TRANSFERS = Set.of(1, 6);
  private static final Set<Integer> MATRICES = Set.of(1, 5, 6);

  private OutputColour() {}

  static Colour of(Colour source) {
    boolean kept =
        PRIMARIES.contains(source.primaries())
            && TRANSFERS.contains(source.transfer())
            && MATRICES.contains(source.matrix());
    return kept
        ? new Colour(source.primaries(), source.transfer(), source.matrix(), false)
        : Colour.BT709;
  }

  /** Whether more than the range changes. */
  static boolean converts(Colour source) {
    Colour output = of(source);
    return output.primaries() != source.primaries()
        || output.transfer() != source.transfer()
        || output.matrix() != source.matrix();
  }
}
