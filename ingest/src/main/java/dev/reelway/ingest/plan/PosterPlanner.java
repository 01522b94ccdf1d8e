package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.ToneMap;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans the poster: as large as a player's window usually is, from a dozen places at most. */
final class PosterPlanner {

  private static final int LONGER_SIDE = 1280;
  private static final int MOST_PLACES = 12;

  private PosterPlanner() {}

  /**
   * The poster of {@code video}.
   *
   * @param seconds instant of the title to take the picture from, absent to choose by rule
   */
  static PosterPlan plan(
      VideoStream video, SegmentGrid grid, List<ChunkPlan> chunks, Optional<Rational> seconds) {
    Optional<Long> frame =
        seconds.map(
            time ->
                Math.min(
                    grid.frameCount() - 1,
                    Math.max(0, time.times(grid.rate().framesPerSecond()).floor())));
    Size size = DisplayShape.of(video).within(LONGER_SIDE);
    Optional<ToneMap> toneMap =
        video.colour().highDynamicRange() ? Optional.of(ToneMapping.of(video)) : Optional.empty();
    return new PosterPlan(
        "",
        size.width(),
        size.height(),
        frame.map(number -> List.of(chunkOf(chunks, number))).orElseGet(() -> spread(chunks)),
        frame,
        OutputColour.of(video.colour(), DynamicRange.SDR),
        toneMap);
  }

  private static int chunkOf(List<ChunkPlan> chunks, long frame) {
    return chunks.stream()
        .filter(chunk -> frame < chunk.endFrame())
        .findFirst()
        .orElseThrow()
        .number();
  }

  private static List<Integer> spread(List<ChunkPlan> chunks) {
    int places = Math.min(MOST_PLACES, chunks.size());
    return IntStream.range(0, places).map(i -> i * chunks.size() / places).boxed().toList();
  }
}
