package dev.reelway.contracts.plan;

/**
 * A run of output frames that one task encodes into all rungs.
 *
 * @param number from 0
 * @param firstSegment the first of its segments
 * @param segmentCount how many whole segments it has
 * @param firstFrame the first title frame
 * @param frameCount how many title frames
 */
public record ChunkPlan(
    int number, int firstSegment, int segmentCount, long firstFrame, int frameCount) {

  /** The title frame after the last. */
  public long endFrame() {
    return firstFrame + frameCount;
  }
}
