package dev.reelway.contracts.work;

import java.util.List;
import java.util.Optional;

/**
 * One published CMAF segment.
 *
 * @param number from 1, as in its object key
 * @param startTicks presentation start in the track's timescale, encoder priming taken off
 * @param durationTicks presented duration in the track's timescale
 * @param sizeBytes length of the object
 * @param keyPictures pictures that can be read alone: the first of a rung's fragments; none of
 *     sound, text and images
 * @param sha256 of the bytes that were read back from storage; absent in documents of earlier
 *     programs
 * @param measures of a CMAF segment that was read back; absent for files, and as above
 */
public record SegmentEntry(
    int number,
    long startTicks,
    long durationTicks,
    long sizeBytes,
    List<KeyPicture> keyPictures,
    Optional<String> sha256,
    Optional<SegmentMeasures> measures) {

  /** Defensive copy; reports of earlier programs have no key pictures. */
  public SegmentEntry {
    keyPictures = keyPictures == null ? List.of() : List.copyOf(keyPictures);
  }

  /** A segment of which nothing can be shown alone and which nobody has read back. */
  public SegmentEntry(int number, long startTicks, long durationTicks, long sizeBytes) {
    this(number, startTicks, durationTicks, sizeBytes, List.of());
  }

  /** A segment that nobody has read back. */
  public SegmentEntry(
      int number,
      long startTicks,
      long durationTicks,
      long sizeBytes,
      List<KeyPicture> keyPictures) {
    this(
        number,
        startTicks,
        durationTicks,
        sizeBytes,
        keyPictures,
        Optional.empty(),
        Optional.empty());
  }
}
