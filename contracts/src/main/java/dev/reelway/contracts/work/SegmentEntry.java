package dev.reelway.contracts.work;

import java.util.List;

/**
 * One published CMAF segment.
 *
 * @param number from 1, as in its object key
 * @param startTicks presentation start in the track's timescale, encoder priming taken off
 * @param durationTicks presented duration in the track's timescale
 * @param sizeBytes length of the object
 * @param keyPictures pictures that can be read alone: the first of a rung's fragments; none of
 *     sound, text and images
 */
public record SegmentEntry(
    int number, long startTicks, long durationTicks, long sizeBytes, List<KeyPicture> keyPictures) {

  /** Defensive copy; reports of earlier programs have no key pictures. */
  public SegmentEntry {
    keyPictures = keyPictures == null ? List.of() : List.copyOf(keyPictures);
  }

  /** A segment of which nothing can be shown alone. */
  public SegmentEntry(int number, long startTicks, long durationTicks, long sizeBytes) {
    this(number, startTicks, durationTicks, sizeBytes, List.of());
  }
}
