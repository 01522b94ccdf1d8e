package dev.reelway.bench;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans of pretended titles: six rungs at 25 frames per second, chunks of four 6 s segments. */
final class FleetPlans {

  static final String BUILD = "bench-1";

  private static final FrameRate RATE = FrameRate.of(25, 1);
  private static final int SEGMENT_FRAMES = 150;
  private static final int CHUNK_SEGMENTS = 4;
  private static final int[] HEIGHTS = {1080, 720, 540, 432, 360, 240};

  private FleetPlans() {}

  static EncodePlan plan(int chunks) {
    long frames = (long) chunks * CHUNK_SEGMENTS * SEGMENT_FRAMES;
    SegmentGrid grid = new SegmentGrid(RATE, 50, SEGMENT_FRAMES, frames);
    List<ChunkPlan> plans = new ArrayList<>();
    for (int i = 0; i < chunks; i++) {
      int first = i * CHUNK_SEGMENTS;
      plans.add(
          new ChunkPlan(
              i, first, CHUNK_SEGMENTS, grid.firstFrame(first), CHUNK_SEGMENTS * SEGMENT_FRAMES));
    }
    Inspection inspection =
        new Inspection(
            Inspection.SCHEMA,
            new Master("pretended.mov", 1, "00".repeat(32)),
            List.of(),
            "mov",
            grid.duration().seconds(),
            Rational.ZERO,
            ClockMap.EVEN,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new EncodePlan(
        EncodePlan.SCHEMA,
        "bench-" + chunks,
        BUILD,
        false,
        inspection,
        grid,
        rungs(),
        List.of(),
        List.of(),
        plans,
        new Cost(1, 1, 1),
        List.of());
  }

  private static List<RungPlan> rungs() {
    List<RungPlan> rungs = new ArrayList<>();
    for (int height : HEIGHTS) {
      rungs.add(
          new RungPlan(
              "video-" + height,
              height + "p",
              height * 16 / 9 / 2 * 2,
              height,
              1,
              RATE,
              VideoCodec.H264,
              "fast",
              Rational.of(22),
              height * 5_000L,
              height * 5_000L,
              40,
              8,
              Colour.BT709,
              HdrMetadata.NONE,
              Optional.empty()));
    }
    return rungs;
  }

  static PackagedTask packaged(EncodePlan plan, ChunkPlan chunk) {
    List<PackagedSegments> all = new ArrayList<>();
    for (RungPlan rung : plan.rungs()) {
      List<SegmentEntry> segments = new ArrayList<>();
      for (int i = 0; i < chunk.segmentCount(); i++) {
        int segment = chunk.firstSegment() + i;
        long start = plan.grid().start(segment).ticks();
        long next = plan.grid().start(segment + 1).ticks();
        long bytes = rung.maxBitsPerSecond() / 8 * 5;
        segments.add(new SegmentEntry(segment + 1, start, next - start, bytes));
      }
      all.add(new PackagedSegments(rung.track(), "11".repeat(32), "avc1.640028", segments));
    }
    return new PackagedTask(all, Map.of(), Map.of(), List.of());
  }
}
