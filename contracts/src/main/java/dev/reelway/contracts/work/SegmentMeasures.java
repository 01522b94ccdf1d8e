package dev.reelway.contracts.work;

import java.util.List;
import java.util.Optional;

/**
 * What the bytes of a CMAF segment are, measured by the reader that judges packages: enough to
 * judge a whole title later without reading the segment again. Times are ticks of the media
 * timeline; the edit list is not applied.
 *
 * @param sizeBytes of the segment
 * @param decodeTicks decode time of the first sample
 * @param startTicks earliest presentation
 * @param durationTicks sum of the samples' durations
 * @param nextDecodeTicks decode time that the segment after it must have; absent if the last
 *     fragment does not tell its time
 * @param samples number of them
 * @param startsWithSync whether decoding can start with it
 * @param firstSequence number of the first fragment
 * @param lastSequence number of the last fragment
 * @param buffer what it asks of the decoder's buffer; absent if the track tells of none
 * @param fragments in file order
 */
public record SegmentMeasures(
    long sizeBytes,
    long decodeTicks,
    long startTicks,
    long durationTicks,
    Optional<Long> nextDecodeTicks,
    int samples,
    boolean startsWithSync,
    long firstSequence,
    long lastSequence,
    Optional<BufferDemand> buffer,
    List<MeasuredFragment> fragments) {

  /** Copies the list. */
  public SegmentMeasures {
    fragments = List.copyOf(fragments);
  }
}
