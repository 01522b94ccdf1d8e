package dev.reelway.contracts.plan;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;

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

  /**
   * Encoders see this much of the picture beyond a chunk's end and drop what they make of it, so
   * that the last frames get the quality they would have in an unchunked run (media rule 13).
   * Because key frames come at fixed distances, x264 plans no further than the key frame at the
   * chunk's end; only its choice of B-frames looks beyond. Measured at 720p24: the last six frames
   * lose 0.11 dB with nothing, 0.015 dB with half a second, against four seconds.
   */
  public static final Rational LOOKAHEAD_SECONDS = new Rational(1, 2);

  /** The title frame after the last. */
  public long endFrame() {
    return firstFrame + frameCount;
  }

  /** The title frame after the last one that an encoder may look at. */
  public long lookaheadEnd(FrameRate rate, long titleFrames) {
    return Math.min(titleFrames, endFrame() + rate.framesIn(LOOKAHEAD_SECONDS));
  }
}
