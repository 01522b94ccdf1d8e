package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.Optional;

/**
 * Small pictures at equal distances for scrubbing, joined in tiles. A tile covers one segment of
 * the title, so each chunk makes its own tiles and nothing is put together at the end.
 *
 * <pre>
 *  segment   |--------- 0 ---------|--------- 1 ---------|-- 2 --|
 *  images    0    1    2    3      4    5    6    7      8    9
 *  tiles     [ 0 1 ]               [ 4 5 ]               [ 8 9 ]
 *            [ 2 3 ]               [ 6 7 ]               [     ]
 * </pre>
 *
 * A last segment that is longer than the others has a second tile for the rest.
 *
 * @param track the track it becomes
 * @param width of one image in pixels, even
 * @param height of one image in pixels, even
 * @param columns images side by side in a tile
 * @param rows images one below the other in a tile
 * @param colour of the pictures that images are made of: standard range, as the rungs have it
 * @param toneMap how HDR pictures become SDR ones, absent if the master is SDR
 */
public record ThumbnailPlan(
    String track,
    int width,
    int height,
    int columns,
    int rows,
    Colour colour,
    Optional<ToneMap> toneMap) {

  /** The same as track {@code track}. */
  public ThumbnailPlan withTrack(String id) {
    return new ThumbnailPlan(id, width, height, columns, rows, colour, toneMap);
  }

  /** Images in a tile. */
  public int images() {
    return columns * rows;
  }

  /** How many tiles the title has. */
  public static int tileCount(SegmentGrid grid) {
    long tile = grid.segmentFrames();
    return Math.toIntExact((grid.frameCount() + tile - 1) / tile);
  }

  /** The tile after the last one that {@code chunk} makes; it starts with its first segment's. */
  public static int endTile(SegmentGrid grid, ChunkPlan chunk) {
    int end = chunk.firstSegment() + chunk.segmentCount();
    return end == grid.segmentCount() ? tileCount(grid) : end;
  }

  /** The title frame that image {@code image} of tile {@code tile} shows, if the title has it. */
  public long frame(SegmentGrid grid, int tile, int image) {
    return (long) tile * grid.segmentFrames() + (long) image * grid.segmentFrames() / images();
  }

  /** When tile {@code tile} starts, in ticks of the title's rate. */
  public static long startTicks(SegmentGrid grid, int tile) {
    return Math.min(grid.frameCount(), (long) tile * grid.segmentFrames())
        * grid.rate().frameDurationTicks();
  }
}
