package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.media.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes a chunk's thumbnails of the pictures that are decoded for its rungs: a few of them, scaled
 * from the source, joined to tiles. Each tile is a whole JPEG file, one sample in a fragment of its
 * own; the packager takes it out.
 */
final class Thumbnails implements AutoCloseable {

  private final VideoTask task;
  private final ThumbnailPlan plan;
  private final SegmentGrid grid;
  private final Path file;
  private final TileCanvas canvas;
  private final SmallPictures pictures;
  private final int endTile;
  private final List<byte[]> tiles = new ArrayList<>();
  private int tile;
  private int image;

  Thumbnails(VideoTask task, ThumbnailPlan plan, Path file) {
    this.task = task;
    this.plan = plan;
    this.grid = task.grid();
    this.file = file;
    this.canvas = new TileCanvas(plan);
    this.pictures =
        new SmallPictures(
            task.picture(), plan.width(), plan.height(), plan.colour(), plan.toneMap());
    this.tile = task.chunk().firstSegment();
    this.endTile = ThumbnailPlan.endTile(grid, task.chunk());
  }

  /** Looks at a title frame, in order; {@code frame} stays the caller's. */
  void deliver(AVFrame frame, long titleFrame) {
    if (tile == endTile || plan.frame(grid, tile, image) != titleFrame) {
      return;
    }
    AVFrame picture = pictures.of(frame);
    // A title slower than its thumbnails shows one frame on several of them.
    while (tile < endTile && plan.frame(grid, tile, image) == titleFrame) {
      canvas.put(picture, image);
      advance();
    }
    av_frame_free(picture);
  }

  private void advance() {
    image++;
    if (image == plan.images() || plan.frame(grid, tile, image) >= grid.frameCount()) {
      tiles.add(canvas.toJpeg());
      tile++;
      image = 0;
    }
  }

  /** Writes all tiles of the chunk. */
  void finish() throws IOException {
    try (PartFile part = PartFile.images(file, grid.rate().timescale(), "Thumbnails")) {
      for (int i = 0; i < tiles.size(); i++) {
        int number = task.chunk().firstSegment() + i;
        long start = ThumbnailPlan.startTicks(grid, number);
        long duration = ThumbnailPlan.startTicks(grid, number + 1) - start;
        byte[] jpeg = tiles.get(i);
        part.fragment(
            number + 1, start, List.of(new Sample(duration, jpeg.length, 0, true)), List.of(jpeg));
      }
    }
  }

  @Override
  public void close() {
    canvas.close();
    pictures.close();
  }
}
