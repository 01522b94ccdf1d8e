package dev.reelway.contracts.work;

import java.util.List;

/**
 * The segments of one track that came from one EncodedChunk.
 *
 * @param track the CMAF track
 * @param initSha256 hash of the init segment they need
 * @param codec RFC 6381 codec string, read from the init segment's bytes
 * @param segments in order
 * @param stamps of the store for the objects of these segments, when they were read back; empty if
 *     they were not
 */
public record PackagedSegments(
    String track,
    String initSha256,
    String codec,
    List<SegmentEntry> segments,
    List<String> stamps) {

  /** Defensive copies; documents of earlier programs have no stamps. */
  public PackagedSegments {
    segments = List.copyOf(segments);
    stamps = stamps == null ? List.of() : List.copyOf(stamps);
  }

  /** Segments that nobody has read back just now. */
  public PackagedSegments(
      String track, String initSha256, String codec, List<SegmentEntry> segments) {
    this(track, initSha256, codec, segments, List.of());
  }
}
