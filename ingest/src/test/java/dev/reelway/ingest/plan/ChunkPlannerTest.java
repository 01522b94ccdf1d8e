package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkPlannerTest {

  @ParameterizedTest
  @CsvSource({
    "1, '1'",
    "6, '6'",
    "7, '7'",
    "12, '6 6'",
    "18, '6 12'",
    "30, '12 18'",
    "50, '18 18 14'",
    "60, '18 18 24'",
    "120, '24 24 24 24 24'"
  })
  void plan_shortTitles_areBalanced(int seconds, String chunkSeconds) {
    List<Long> expected =
        Arrays.stream(chunkSeconds.split(" ", -1)).map(s -> Long.parseLong(s) * 25).toList();
    assertThat(ChunkPlanner.plan(grid(seconds * 25L, 6)))
        .extracting(chunk -> (long) chunk.frameCount())
        .isEqualTo(expected);
  }

  @Property(tries = 500)
  void plan_anyTitle_tilesTheSegmentsInNearlyEqualChunks(
      @ForAll @IntRange(min = 1, max = 400_000) int frames,
      @ForAll @IntRange(min = 1, max = 15) int segmentSeconds) {
    SegmentGrid grid = grid(frames, segmentSeconds);
    List<ChunkPlan> chunks = ChunkPlanner.plan(grid);
    int segment = 0;
    for (ChunkPlan chunk : chunks) {
      assertThat(chunk.firstSegment()).isEqualTo(segment);
      assertThat(chunk.firstFrame()).isEqualTo(grid.firstFrame(segment));
      segment += chunk.segmentCount();
      assertThat(chunk.endFrame()).isEqualTo(grid.firstFrame(segment));
      assertThat(chunk.segmentCount())
          .isBetween(grid.segmentCount() / chunks.size(), grid.segmentCount() / chunks.size() + 1);
      assertThat(chunk.frameCount()).isLessThanOrEqualTo(longestFrames(segmentSeconds));
    }
    assertThat(segment).isEqualTo(grid.segmentCount());
    int last = chunks.get(chunks.size() - 1).frameCount();
    assertThat(last * 3).isGreaterThanOrEqualTo(chunks.get(0).frameCount());
  }

  /** 30 s and a tail that joined the last segment; longer segments are coarser. */
  private static int longestFrames(int segmentSeconds) {
    return (segmentSeconds <= 6 ? 30 : 24 + 3 * segmentSeconds / 2) * 25 + 12;
  }

  private static SegmentGrid grid(long frames, int segmentSeconds) {
    return SegmentGrid.near(
        FrameRate.of(25, 1), Rational.ONE, Rational.of(segmentSeconds), 1, frames);
  }
}
