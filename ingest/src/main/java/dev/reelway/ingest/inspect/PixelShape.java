package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.time.Rational;
import java.util.List;

/** Whether the shape of pixels that a file names can be meant; the widest real ones are 32:11. */
final class PixelShape {

  private static final Rational WIDEST = Rational.of(4);
  private static final Rational NARROWEST = new Rational(1, 4);

  private PixelShape() {}

  /** The tagged shape, or square pixels for one that nobody means. */
  static Rational of(Rational tagged, List<Finding> findings) {
    if (tagged.compareTo(WIDEST) <= 0 && tagged.compareTo(NARROWEST) >= 0) {
      return tagged;
    }
    findings.add(
        Finding.of(
            FindingCode.PIXEL_SHAPE_IGNORED,
            "The file says that its pixels are %d:%d, which cannot be meant; they are taken for square."
                .formatted(tagged.numerator(), tagged.denominator())));
    return Rational.ONE;
  }
}
