package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.VideoTask;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/**
 * How a decoded picture is to be understood: its own words, and the inspection's where it has none.
 * Pictures of the same look go through the same filter graph.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixelFormat FFmpeg's name
 * @param sampleAspectRatio width of a pixel over its height
 * @param crop what is cut off
 * @param colour nothing unspecified
 * @param chromaLeft whether chroma samples lie where those of rungs do
 */
record PictureLook(
    int width,
    int height,
    String pixelFormat,
    Rational sampleAspectRatio,
    Crop crop,
    Colour colour,
    boolean chromaLeft) {

  static PictureLook of(AVFrame frame, VideoTask.Picture title) {
    boolean sameSize = frame.width() == title.width() && frame.height() == title.height();
    Rational own = FFmpeg.rational(frame.sample_aspect_ratio());
    Rational fallback = sameSize ? title.sampleAspectRatio() : Rational.ONE;
    return new PictureLook(
        frame.width(),
        frame.height(),
        FFmpeg.text(av_get_pix_fmt_name(frame.format())),
        own.signum() > 0 ? own : fallback,
        sameSize ? title.crop() : Crop.NONE,
        colour(frame, title.colour()),
        frame.chroma_location() == AVCHROMA_LOC_UNSPECIFIED
            || frame.chroma_location() == AVCHROMA_LOC_LEFT);
  }

  private static Colour colour(AVFrame frame, Colour title) {
    boolean fullRange =
        frame.color_range() == AVCOL_RANGE_UNSPECIFIED
            ? title.fullRange()
            : frame.color_range() == AVCOL_RANGE_JPEG;
    return new Colour(frame.color_primaries(), frame.color_trc(), frame.colorspace(), fullRange)
        .orElse(title);
  }

  /** The shape that people see, before any turn: width over height. */
  Rational aspect() {
    return sampleAspectRatio.times(crop.width(width)).dividedBy(Rational.of(crop.height(height)));
  }

  /** Whether samples are colours of their own and not luma and chroma. */
  boolean rgb() {
    AVPixFmtDescriptor format = format();
    boolean greyWithAlpha = alpha() && format.nb_components() == 2;
    return greyWithAlpha
        || has(AV_PIX_FMT_FLAG_RGB)
        || has(AV_PIX_FMT_FLAG_PAL)
        || has(AV_PIX_FMT_FLAG_BITSTREAM);
  }

  /** Whether the picture is transparent somewhere. */
  boolean alpha() {
    return has(AV_PIX_FMT_FLAG_ALPHA);
  }

  /** Whether an edge of what is shown lies within a chroma sample, as in 161x121 in 4:2:0. */
  boolean halfChromaPixels() {
    int horizontal = 1 << format().log2_chroma_w();
    int vertical = 1 << format().log2_chroma_h();
    return crop.left() % horizontal != 0
        || crop.top() % vertical != 0
        || crop.width(width) % horizontal != 0
        || crop.height(height) % vertical != 0;
  }

  /** FFmpeg's number for the range that the samples use. */
  int range() {
    return rgb() || colour.fullRange() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
  }

  private boolean has(int flag) {
    return (format().flags() & flag) != 0;
  }

  private AVPixFmtDescriptor format() {
    return av_pix_fmt_desc_get(org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt(pixelFormat));
  }
}
