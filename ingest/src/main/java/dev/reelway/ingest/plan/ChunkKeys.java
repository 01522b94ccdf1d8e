package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.contracts.work.ContentHash;

/**
 * Content keys of work objects: 64 hex digits over everything that decides their bytes, and nothing
 * of the title. Two titles with the same master, or the same task run twice, share the object.
 */
public final class ChunkKeys {

  /**
   * Encoders run on beyond a chunk's end and drop what they made there (media rule 13), so the
   * frames that follow belong to the key, too; this is more than any encoder looks ahead.
   */
  private static final Rational BEYOND_SECONDS = Rational.of(4);

  private ChunkKeys() {}

  /** The key of {@code chunk} on {@code rung}. */
  public static String ofRung(EncodePlan plan, ChunkPlan chunk, RungPlan rung) {
    SegmentGrid grid = plan.grid();
    VideoStream video = plan.inspection().video().orElseThrow();
    return ContentHash.ofParts(
        "rung-chunk",
        plan.engineBuild(),
        plan.tolerateDamage(),
        plan.inspection().master().sha256(),
        Identity.of(video),
        grid.rate(),
        grid.gopFrames(),
        grid.segmentFrames(),
        chunk.firstFrame(),
        chunk.frameCount(),
        chunk.firstSegment(),
        chunk.segmentCount(),
        Identity.of(sourceFrames(video.frameMap(), chunk, grid.rate())),
        Identity.of(rung));
  }

  /** The key of a whole sound track. */
  public static String ofAudio(EncodePlan plan, AudioPlan audio) {
    Inspection inspection = plan.inspection();
    return ContentHash.ofParts(
        "audio-track",
        plan.engineBuild(),
        plan.tolerateDamage(),
        inspection.master().sha256(),
        Identity.of(plan.grid()),
        Identity.of(audio));
  }

  private static TickRuns sourceFrames(TickRuns frameMap, ChunkPlan chunk, FrameRate rate) {
    int end =
        Math.toIntExact(
            Math.min(frameMap.size(), chunk.endFrame() + rate.framesIn(BEYOND_SECONDS)));
    return frameMap.slice(Math.toIntExact(chunk.firstFrame()), end);
  }
}
