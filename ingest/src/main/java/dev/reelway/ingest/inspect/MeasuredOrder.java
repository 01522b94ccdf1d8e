package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.media.scan.MeasuredFields;
import dev.reelway.media.scan.PictureAnalysis;
import java.util.Optional;

/**
 * What decoded pictures say about fields. Only clear words count: combed pictures that are treated
 * as whole ones look bad, whole ones that are deinterlaced only lose a little.
 *
 * <ul>
 *   <li>Two fields: at least 20 pictures tell and at least half of all; seven of ten of them show
 *       two instants (in telecine four of ten do: {@link PulldownRule}), nine of ten of those in
 *       the same order.
 *   <li>Whole: every picture was looked at, at least 50 tell, and at most one of 200 shows two
 *       instants.
 *   <li>Else nothing: the file's own word stands.
 * </ul>
 */
final class MeasuredOrder {

  private static final int LEAST_FOR_FIELDS = 20;
  private static final int LEAST_FOR_WHOLE = 50;

  private MeasuredOrder() {}

  static Optional<FieldOrder> of(PictureAnalysis picture) {
    MeasuredFields fields = picture.fields();
    long split = fields.topFirst() + fields.bottomFirst();
    long determined = fields.determined();
    boolean enough = determined >= LEAST_FOR_FIELDS && determined >= fields.undetermined();
    if (enough && split * 10 >= determined * 7) {
      if (fields.topFirst() * 10 >= split * 9) {
        return Optional.of(FieldOrder.TOP_FIRST);
      }
      return fields.bottomFirst() * 10 >= split * 9
          ? Optional.of(FieldOrder.BOTTOM_FIRST)
          : Optional.empty();
    }
    return picture.whole() && allWhole(fields)
        ? Optional.of(FieldOrder.PROGRESSIVE)
        : Optional.empty();
  }

  /** Whether those pictures that were looked at are whole. */
  static boolean allWhole(MeasuredFields fields) {
    long split = fields.topFirst() + fields.bottomFirst();
    return fields.determined() >= LEAST_FOR_WHOLE && split * 200 <= fields.determined();
  }
}
