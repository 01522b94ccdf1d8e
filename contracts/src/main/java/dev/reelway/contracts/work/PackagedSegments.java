package dev.reelway.contracts.work;

import java.util.List;

/**
 * The segments of one track that came from one EncodedChunk.
 *
 * @param track the CMAF track
 * @param initSha256 hash of the init segment they need
 * @param segments in order
 */
public record PackagedSegments(String track, String initSha256, List<SegmentEntry> segments) {

  /** Defensive copy. */
  public PackagedSegments {
    segments = List.copyOf(segments);
  }
}
