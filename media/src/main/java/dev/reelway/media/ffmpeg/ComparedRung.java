package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.DecodeTask;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The rung that a decoded track must have been, as far as its pictures are concerned. */
final class ComparedRung {

  private ComparedRung() {}

  /** Empty if a rung cannot have such pictures, or they are too small for a score. */
  static Optional<RungPlan> of(AVFrame picture, DecodeTask.Pictures task) {
    boolean known =
        picture.format() == AV_PIX_FMT_YUV420P || picture.format() == AV_PIX_FMT_YUV420P10LE;
    if (!known || picture.color_range() == AVCOL_RANGE_JPEG) {
      return Optional.empty();
    }
    Colour colour =
        new Colour(picture.color_primaries(), picture.color_trc(), picture.colorspace(), false)
            .orElse(assumed(task.master().picture().colour()));
    RungPlan rung =
        new RungPlan(
            "",
            "",
            picture.width(),
            picture.height(),
            task.rateDivisor(),
            task.master().grid().rate().dividedBy(task.rateDivisor()),
            VideoCodec.H264,
            "",
            Rational.ZERO,
            0,
            0,
            0,
            picture.format() == AV_PIX_FMT_YUV420P ? 8 : 10,
            colour,
            HdrMetadata.NONE,
            task.toneMap().filter(map -> !colour.highDynamicRange()));
    return Optional.of(rung).filter(QualityProbe::scores);
  }

  /** What an untagged track must have been made in. */
  private static Colour assumed(Colour master) {
    return master.highDynamicRange() ? Colour.BT709 : master;
  }
}
