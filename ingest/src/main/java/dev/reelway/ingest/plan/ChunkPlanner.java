package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a title into chunks of whole segments, as a function of the grid alone.
 *
 * <p>A chunk wants to be a fifth of the title, but at least 16 s (each chunk costs a process, a
 * seek and half a second of lookahead) and at most 24 s (longer ones gain nothing, media rule 13).
 * All chunks have the same number of segments or one more, the last one never fewer than the
 * others.
 *
 * <pre>
 *   12 s  6+6        50 s  18+18+14        3 h  450 × 24
 * </pre>
 */
final class ChunkPlanner {

  private static final Rational SHORTEST_SECONDS = Rational.of(16);
  private static final Rational LONGEST_SECONDS = Rational.of(24);
  private static final Rational SHARE_OF_TITLE = new Rational(1, 5);

  private ChunkPlanner() {}

  static List<ChunkPlan> plan(SegmentGrid grid) {
    int segments = grid.segmentCount();
    int count = chunkCount(grid);
    List<ChunkPlan> chunks = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      int first = boundary(number, count, segments);
      int end = boundary(number + 1, count, segments);
      long firstFrame = grid.firstFrame(first);
      chunks.add(
          new ChunkPlan(
              number,
              first,
              end - first,
              firstFrame,
              Math.toIntExact(grid.firstFrame(end) - firstFrame)));
    }
    return List.copyOf(chunks);
  }

  private static int boundary(int chunk, int count, int segments) {
    return Math.toIntExact((long) chunk * segments / count);
  }

  private static int chunkCount(SegmentGrid grid) {
    int segments = grid.segmentCount();
    Rational wished =
        min(
            max(grid.duration().seconds().times(SHARE_OF_TITLE), SHORTEST_SECONDS),
            LONGEST_SECONDS);
    Rational segmentSeconds = grid.rate().timeOf(grid.segmentFrames()).seconds();
    long perChunk = Math.max(1, wished.dividedBy(segmentSeconds).round());
    int count = Math.max(Math.min(2, segments), Math.toIntExact(segments / perChunk));
    return count > 1 && lastIsTiny(grid, count) ? count - 1 : count;
  }

  /** Only possible when every chunk is a single segment and the title's tail is short. */
  private static boolean lastIsTiny(SegmentGrid grid, int count) {
    int segments = grid.segmentCount();
    return count == segments && grid.framesIn(segments - 1) * 2 < grid.segmentFrames();
  }

  private static Rational min(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Rational max(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
