package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.plan.ToneMap;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.math.RoundingMode;
import java.util.Optional;

/** Plans small images for scrubbing: at least one every two seconds, as many as fill a tile. */
final class ThumbnailPlanner {

  /** Pixels of an image's longer side: as wide as a preview above a time line is shown. */
  private static final int LONGER_SIDE = 320;

  private static final Rational SECONDS_APART = Rational.of(2);

  private ThumbnailPlanner() {}

  /** The images of {@code video}. */
  static ThumbnailPlan plan(VideoStream video, SegmentGrid grid) {
    Size size = DisplayShape.of(video).within(LONGER_SIDE);
    Rational tileSeconds = grid.rate().timeOf(grid.segmentFrames()).seconds();
    long images = Math.max(1, tileSeconds.dividedBy(SECONDS_APART).round(RoundingMode.CEILING));
    int columns = (int) Math.ceil(Math.sqrt((double) images));
    int rows = (int) ((images + columns - 1) / columns);
    Optional<ToneMap> toneMap =
        video.colour().highDynamicRange() ? Optional.of(ToneMapping.of(video)) : Optional.empty();
    return new ThumbnailPlan(
        "",
        size.width(),
        size.height(),
        columns,
        rows,
        OutputColour.of(video.colour(), DynamicRange.SDR),
        toneMap);
  }
}
