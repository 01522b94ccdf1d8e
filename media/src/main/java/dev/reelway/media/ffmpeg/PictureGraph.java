package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;
import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.media.task.VideoTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * One source picture in, one picture per rung out:
 *
 * <pre>
 *  buffer → [over black] → [crop] → [hflip] → [transpose] → see {@link RungFilters}
 * </pre>
 *
 * Every rung is scaled from the source itself: a cascade would be 0.8 dB worse (media rule 15). All
 * filters are without memory, so a chunk's pictures equal those of an unchunked run. A graph is for
 * pictures of one look; when the look changes inside a file, another graph is opened.
 */
final class PictureGraph implements AutoCloseable {

  private static final String RGB = "gbrp|gbrp10le|gbrp12le|gbrp16le";
  private static final String RGB_ALPHA = "gbrap|gbrap10le|gbrap12le|gbrap16le";
  private static final String YUV = "yuv444p|yuv444p10le|yuv444p12le|yuv444p16le";
  private static final String YUV_ALPHA = "yuva444p|yuva444p10le|yuva444p12le|yuva444p16le";

  // zscale refuses pictures that end within a chroma sample.
  private static final String FULL_CHROMA =
      ",scale=flags=bicubic+accurate_rnd+bitexact,format=" + YUV;

  private final AVFilterGraph graph;
  private final AVFilterContext source;
  private final List<AVFilterContext> sinks = new ArrayList<>();

  private final VideoTask.Picture title;
  private final PictureLook look;

  private PictureGraph(
      VideoTask.Picture title, PictureLook look, String description, int sinkCount) {
    this.title = title;
    this.look = look;
    graph =
        FilterGraphs.open(
            description,
            FailureKind.MASTER_UNSUPPORTED,
            "The picture cannot be converted (" + description + ")");
    source = avfilter_graph_get_filter(graph, "buffer@source");
    for (int i = 0; i < sinkCount; i++) {
      sinks.add(avfilter_graph_get_filter(graph, "buffersink@" + i));
    }
  }

  /** A graph for pictures like {@code first}, with one output per rung in their order. */
  static PictureGraph open(AVFrame first, VideoTask.Picture title, List<RungPlan> rungs) {
    PictureLook look = PictureLook.of(first, title);
    String text =
        source(look) + upright(look, title) + RungFilters.of(uprightPicture(look, title), rungs);
    return new PictureGraph(title, look, text, rungs.size());
  }

  /** Whether {@code frame} may go through this graph. */
  boolean suits(AVFrame frame) {
    return PictureLook.of(frame, title).equals(look);
  }

  private static String source(PictureLook look) {
    return String.format(
        Locale.ROOT,
        "buffer@source=video_size=%dx%d:pix_fmt=%s:time_base=1/1:colorspace=%d:range=%d%s",
        look.width(),
        look.height(),
        look.pixelFormat(),
        matrix(look),
        look.range(),
        planes(look));
  }

  // What shines through a picture is black: premultiplied colours over nothing.
  private static String planes(PictureLook look) {
    if (look.alpha()) {
      return look.rgb()
          ? ",format=" + RGB_ALPHA + ",premultiply=inplace=1,format=" + RGB
          : ",format=" + YUV_ALPHA + ",premultiply=inplace=1,format=" + YUV;
    }
    if (look.rgb()) {
      return ",format=" + RGB;
    }
    return look.halfChromaPixels() ? FULL_CHROMA : "";
  }

  private static String upright(PictureLook look, VideoTask.Picture title) {
    Crop crop = look.crop();
    String cropped =
        crop.equals(Crop.NONE)
            ? ""
            : String.format(
                Locale.ROOT,
                ",crop=%d:%d:%d:%d:exact=1",
                crop.width(look.width()),
                crop.height(look.height()),
                crop.left(),
                crop.top());
    return cropped + (title.mirrored() ? ",hflip" : "") + rotation(title.rotationDegrees());
  }

  private static String rotation(int degrees) {
    return switch (degrees) {
      case 90 -> ",transpose=clock";
      case 180 -> ",hflip,vflip";
      case 270 -> ",transpose=cclock";
      default -> "";
    };
  }

  private static RungFilters.Picture uprightPicture(PictureLook look, VideoTask.Picture title) {
    boolean turned = title.rotationDegrees() % 180 != 0;
    int width = look.crop().width(look.width());
    int height = look.crop().height(look.height());
    return new RungFilters.Picture(
        turned ? height : width,
        turned ? width : height,
        planes(look).isEmpty() ? look.pixelFormat() : "",
        look.colour(),
        look.chromaLeft(),
        turned ? look.aspect().inverse() : look.aspect(),
        turned ? title.aspect().inverse() : title.aspect());
  }

  private static int matrix(PictureLook look) {
    return look.rgb() ? AVCOL_SPC_RGB : look.colour().matrix();
  }

  /** Converts one picture; {@code frame} stays the caller's. The caller frees the results. */
  List<AVFrame> convert(AVFrame frame) {
    // Whatever flags say about fields, pictures are whole here; zscale would shift their lines.
    frame.flags(frame.flags() & ~(AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_TOP_FIELD_FIRST));
    // What the picture leaves open, the inspection has decided.
    frame.colorspace(matrix(look)).color_range(look.range());
    frame.color_primaries(look.colour().primaries()).color_trc(look.colour().transfer());
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

  @Override
  public void close() {
    avfilter_graph_free(graph);
  }
}
