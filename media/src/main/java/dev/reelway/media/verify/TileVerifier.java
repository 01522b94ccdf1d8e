package dev.reelway.media.verify;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import java.io.IOException;
import java.nio.file.Path;

/** Checks a chunk's thumbnails: one JPEG file of the planned size for each tile, at its time. */
public final class TileVerifier {

  private TileVerifier() {}

  /** Checks the part; throws {@code CHUNK_INVALID} saying what is wrong. */
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
    byte[] jpeg = source.read(tile.payloadOffset(), tile.samples().get(0).sizeBytes());
    JpegSize expected = new JpegSize(plan.width() * plan.columns(), plan.height() * plan.rows());
    require(JpegSize.of(jpeg).filter(expected::equals).isPresent(), "JPEG file" + where);
  }

  private static void require(boolean holds, String what) {
    PartVerifier.require(holds, "the thumbnails", what);
  }
}
