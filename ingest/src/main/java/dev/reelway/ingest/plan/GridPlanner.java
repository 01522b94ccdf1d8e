package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.List;

/** Lays the segment grid over a title. */
final class GridPlanner {

  private GridPlanner() {}

  /** Cuts fall on frames that every rung has: the unit is the least common multiple of divisors. */
  static SegmentGrid ofPicture(VideoStream video, List<RungPlan> rungs, Profile profile) {
    int unit =
        rungs.stream().mapToInt(RungPlan::rateDivisor).reduce(1, GridPlanner::commonMultiple);
    return SegmentGrid.near(
        video.rate(),
        profile.gopSeconds(),
        profile.segmentSeconds(),
        unit,
        video.frameMap().size());
  }

  /**
   * The grid of a title without picture: its frames are AAC frames and a segment is one GOP. The
   * last frame may be padded, so the grid's duration is up to one AAC frame longer than the title;
   * the exact length is {@code AudioPlan.samples}.
   */
  static SegmentGrid ofSound(Inspection inspection, Profile profile) {
    int sampleRate = profile.audio().sampleRate();
    FrameRate rate = FrameRate.of(sampleRate, SegmentGrid.AAC_FRAME_SAMPLES);
    int segmentFrames = rate.framesIn(profile.segmentSeconds());
    long samples = samples(inspection, sampleRate);
    long frames = (samples + SegmentGrid.AAC_FRAME_SAMPLES - 1) / SegmentGrid.AAC_FRAME_SAMPLES;
    return new SegmentGrid(rate, segmentFrames, segmentFrames, frames);
  }

  /** Samples of a title without picture, at least one. */
  static long samples(Inspection inspection, int sampleRate) {
    return Math.max(1, inspection.durationSeconds().times(sampleRate).round());
  }

  private static int commonMultiple(int a, int b) {
    int x = a;
    int y = b;
    while (y != 0) {
      int rest = x % y;
      x = y;
      y = rest;
    }
    return a / x * b;
  }
}
