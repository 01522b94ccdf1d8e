package dev.reelway.manifest.assemble;

import dev.reelway.contracts.work.SegmentEntry;
import java.util.Comparator;
import java.util.List;

/**
 * Which of a title's best pictures becomes its poster: the one with the most detail. All have the
 * same size and quality as JPEG, so that is the one with the most bytes; black and blurred ones are
 * small. Titles open with logos, so a picture of the first seconds needs twice as much.
 */
final class PosterRule {

  private static final int OPENING_SECONDS = 5;
  private static final long HANDICAP = 2;

  private PosterRule() {}

  /** The best of {@code pictures}, which start at their instants; the first of equals. */
  static SegmentEntry best(List<SegmentEntry> pictures, long timescale) {
    return pictures.stream()
        .sorted(Comparator.comparingLong(SegmentEntry::startTicks))
        .max(
            Comparator.<SegmentEntry>comparingLong(picture -> worth(picture, timescale))
                .thenComparing(SegmentEntry::startTicks, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static long worth(SegmentEntry picture, long timescale) {
    boolean opening = picture.startTicks() < OPENING_SECONDS * timescale;
    return opening ? picture.sizeBytes() : picture.sizeBytes() * HANDICAP;
  }
}
