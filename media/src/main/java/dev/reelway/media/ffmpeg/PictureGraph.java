package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.media.task.VideoTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/**
 * One source picture in, one picture per rung out:
 *
 * <pre>
 *  buffer → [transpose] → see {@link RungFilters}
 * </pre>
 *
 * Every rung is scaled from the source itself: a cascade would be 0.8 dB worse (media rule 15). All
 * filters are without memory, so a chunk's pictures equal those of an unchunked run.
 */
final class PictureGraph implements AutoCloseable {

  private static final int RGB_FLAG = 1 << 5;

  // zscale refuses pictures that end within a chroma sample.
  private static final String FULL_CHROMA =
      ",scale=flags=bicubic+accurate_rnd+bitexact"
          + ",format=yuv444p|yuv444p10le|yuv444p12le|yuv444p16le";

  private final AVFilterGraph graph = avfilter_graph_alloc();
  private final AVFilterContext source;
  private final List<AVFilterContext> sinks = new ArrayList<>();

  private final VideoTask.Picture expected;
  private final int matrix;
  private final int range;

  private PictureGraph(
      VideoTask.Picture expected, String description, int sinkCount, int matrix, int range) {
    this.expected = expected;
    this.matrix = matrix;
    this.range = range;
    graph.nb_threads(1);
    AVFilterInOut inputs = new AVFilterInOut(null);
    AVFilterInOut outputs = new AVFilterInOut(null);
    FFmpeg.check(
        avfilter_graph_parse2(graph, description, inputs, outputs), "build graph " + description);
    FFmpeg.check(
        avfilter_graph_config(graph, null),
        FailureKind.MASTER_UNSUPPORTED,
        "The picture cannot be converted (" + description + ")");
    source = avfilter_graph_get_filter(graph, "buffer@source");
    for (int i = 0; i < sinkCount; i++) {
      sinks.add(avfilter_graph_get_filter(graph, "buffersink@" + i));
    }
  }

  /** A graph for pictures like {@code first}, with one output per rung in their order. */
  static PictureGraph open(AVFrame first, VideoTask.Picture picture, List<RungPlan> rungs) {
    refuseChange(first, picture);
    StringBuilder text = new StringBuilder(source(first, picture));
    text.append(rotation(picture.rotationDegrees()));
    text.append(RungFilters.of(upright(first, picture), rungs));
    boolean rgb = rgb(first);
    return new PictureGraph(
        picture,
        text.toString(),
        rungs.size(),
        matrix(rgb, picture.colour()),
        range(rgb, picture.colour()));
  }

  private static String source(AVFrame first, VideoTask.Picture picture) {
    boolean rgb = rgb(first);
    Colour colour = picture.colour();
    return String.format(
        Locale.ROOT,
        "buffer@source=video_size=%dx%d:pix_fmt=%s:time_base=1/1:colorspace=%d:range=%d%s%s",
        first.width(),
        first.height(),
        FFmpeg.text(av_get_pix_fmt_name(first.format())),
        matrix(rgb, colour),
        range(rgb, colour),
        rgb ? ",format=gbrp" : "",
        halfChromaPixels(first) ? FULL_CHROMA : "");
  }

  /** Whether the picture ends within a chroma sample, as 161x121 in 4:2:0 does. */
  private static boolean halfChromaPixels(AVFrame frame) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    return frame.width() % (1 << format.log2_chroma_w()) != 0
        || frame.height() % (1 << format.log2_chroma_h()) != 0;
  }

  private static String rotation(int degrees) {
    return switch (degrees) {
      case 90 -> ",transpose=clock";
      case 180 -> ",hflip,vflip";
      case 270 -> ",transpose=cclock";
      default -> "";
    };
  }

  private static RungFilters.Picture upright(AVFrame first, VideoTask.Picture picture) {
    boolean upright = picture.rotationDegrees() % 180 == 0;
    int chroma = first.chroma_location();
    return new RungFilters.Picture(
        upright ? first.width() : first.height(),
        upright ? first.height() : first.width(),
        FFmpeg.text(av_get_pix_fmt_name(first.format())),
        picture.colour(),
        chroma == AVCHROMA_LOC_UNSPECIFIED || chroma == AVCHROMA_LOC_LEFT);
  }

  private static boolean rgb(AVFrame frame) {
    return (av_pix_fmt_desc_get(frame.format()).flags() & RGB_FLAG) != 0;
  }

  private static int matrix(boolean rgb, Colour colour) {
    return rgb ? AVCOL_SPC_RGB : colour.matrix();
  }

  private static int range(boolean rgb, Colour colour) {
    return rgb || colour.fullRange() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
  }

  /** Converts one picture; {@code frame} stays the caller's. The caller frees the results. */
  List<AVFrame> convert(AVFrame frame) {
    refuseChange(frame, expected);
    // The inspection has decided what the samples mean; pictures that say otherwise are overruled.
    frame.colorspace(matrix).color_range(range);
    frame.color_primaries(expected.colour().primaries()).color_trc(expected.colour().transfer());
    FFmpeg.check(
        av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF),
        "give a picture to the filters");
    List<AVFrame> pictures = new ArrayList<>(sinks.size());
    for (AVFilterContext sink : sinks) {
      AVFrame picture = av_frame_alloc();
      int result = av_buffersink_get_frame(sink, picture);
      if (result < 0) {
        av_frame_free(picture);
        pictures.forEach(p -> av_frame_free(p));
        throw new ReelwayException(
            FailureKind.INVARIANT_BROKEN,
            "The filter graph kept a picture back: " + FFmpeg.describe(result) + ".");
      }
      pictures.add(picture);
    }
    return pictures;
  }

  // The graph would only warn; a picture that it passes on untouched then is not of the size that
  // the encoder reads.
  private static void refuseChange(AVFrame frame, VideoTask.Picture expected) {
    String format = FFmpeg.text(av_get_pix_fmt_name(frame.format()));
    if (frame.width() != expected.width()
        || frame.height() != expected.height()
        || !format.equals(expected.pixelFormat())) {
      throw new ReelwayException(
          FailureKind.MASTER_UNSUPPORTED,
          "The picture changes inside the file from %d × %d (%s) to %d × %d (%s)."
              .formatted(
                  expected.width(),
                  expected.height(),
                  expected.pixelFormat(),
                  frame.width(),
                  frame.height(),
                  format));
    }
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
  }
}
