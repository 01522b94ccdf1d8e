package dev.reelway.contracts.work;

import java.util.List;

/**
 * The result of one task: a chunk in all rungs, or a whole sound track.
 *
 * @param firstSegment the first segment it covers
 * @param segmentCount how many segments it covers
 * @param parts one work object per track
 * @param published what of the other tracks an earlier version of the title has published
 */
public record EncodedChunk(
    int firstSegment,
    int segmentCount,
    List<EncodedTrackPart> parts,
    List<PublishedPart> published) {

  /** Defensive copies; documents of earlier programs have nothing published. */
  public EncodedChunk {
    parts = List.copyOf(parts);
    published = published == null ? List.of() : List.copyOf(published);
  }

  /** A chunk of which nothing was published before. */
  public EncodedChunk(int firstSegment, int segmentCount, List<EncodedTrackPart> parts) {
    this(firstSegment, segmentCount, parts, List.of());
  }

  /** How many tracks it has. */
  public int trackCount() {
    return parts.size() + published.size();
  }

  /** How many of them were found instead of encoded. */
  public int foundCount() {
    return published.size() + (int) parts.stream().filter(EncodedTrackPart::reused).count();
  }
}
