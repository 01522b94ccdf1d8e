package dev.reelway.media.verify;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import java.io.IOException;
import java.nio.file.Path;

/** Checks a chunk's images: whole JPEG files of the planned size, at their times. */
public final class ImageVerifier {

  private ImageVerifier() {}

  /** Checks thumbnails; throws {@code CHUNK_INVALID} saying what is wrong. */
  public static PartVerifier.Verified verify(
      Path file, ThumbnailPlan plan, ChunkPlan chunk, SegmentGrid grid) {
    return PartVerifier.read(
        file,
        source -> {
          FragmentedFile part = FragmentedFile.read(source);
          int tiles = ThumbnailPlan.endTile(grid, chunk) - chunk.firstSegment();
          require(part.fragments().size() == tiles, "number of tiles");
          require(part.track().timescale() == grid.rate().timescale(), "timescale");
          for (int i = 0; i < tiles; i++) {
            check(source, part.fragments().get(i), plan, grid, chunk.firstSegment() + i);
          }
          return PartVerifier.verified(source, part);
        });
  }

  private static void check(
      ByteSource source, ScannedFragment tile, ThumbnailPlan plan, SegmentGrid grid, int number)
      throws IOException {
    String where = " of tile " + (number + 1);
    long start = ThumbnailPlan.startTicks(grid, number);
    long end = ThumbnailPlan.startTicks(grid, number + 1);
    require(tile.sequenceNumber() == number + 1, "number" + where);
    require(tile.baseDecodeTimeTicks() == start, "time" + where);
    require(tile.durationTicks() == end - start, "duration" + where);
    require(tile.samples().size() == 1, "number of files" + where);
    JpegSize expected = new JpegSize(plan.width() * plan.columns(), plan.height() * plan.rows());
    require(isJpeg(source, tile, expected), "JPEG file" + where);
  }

  /** Checks the picture that a chunk gives for the poster; throws as above. */
  public static PartVerifier.Verified verify(
      Path file, PosterPlan plan, ChunkPlan chunk, SegmentGrid grid) {
    return PartVerifier.read(
        file,
        source -> {
          FragmentedFile part = FragmentedFile.read(source);
          require(part.fragments().size() == 1, "number of posters");
          require(part.track().timescale() == grid.rate().timescale(), "timescale");
          ScannedFragment poster = part.fragments().get(0);
          long time = poster.baseDecodeTimeTicks();
          require(poster.sequenceNumber() == chunk.firstSegment() + 1, "number of the poster");
          require(
              time >= grid.rate().timeOf(chunk.firstFrame()).ticks()
                  && time < grid.rate().timeOf(chunk.endFrame()).ticks(),
              "time of the poster");
          JpegSize expected = new JpegSize(plan.width(), plan.height());
          require(isJpeg(source, poster, expected), "JPEG file of the poster");
          return PartVerifier.verified(source, part);
        });
  }

  private static boolean isJpeg(ByteSource source, ScannedFragment fragment, JpegSize expected)
      throws IOException {
    byte[] file = source.read(fragment.payloadOffset(), fragment.samples().get(0).sizeBytes());
    return JpegSize.of(file).filter(expected::equals).isPresent();
  }

  private static void require(boolean holds, String what) {
    PartVerifier.require(holds, "the images", what);
  }
}
