package dev.reelway.contracts.work;

import java.util.List;

/**
 * The result of one task: a chunk in all rungs, or a whole sound track.
 *
 * @param firstSegment the first segment it covers
 * @param segmentCount how many segments it covers
 * @param parts one work object per track
 */
public record EncodedChunk(int firstSegment, int segmentCount, List<EncodedTrackPart> parts) {

  /** Defensive copy. */
  public EncodedChunk {
    parts = List.copyOf(parts);
  }
}
