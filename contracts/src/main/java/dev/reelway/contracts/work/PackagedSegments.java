package dev.reelway.contracts.work;

import java.util.List;

/**
 * The segments of one track that came from one EncodedChunk.
 *
 * @param track the CMAF track
 * @param initSha256 hash of the init segment they need
 * @param codec RFC 6381 codec string, read from the init segment's bytes
 * @param segments in order
 */
public record PackagedSegments(
    String track, String initSha256, String codec, List<SegmentEntry> segments) {

  /** Defensive copy. */
  public PackagedSegments {
    segments = List.copyOf(segments);
  }
}
