package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.plan.RungPlan;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** FFmpeg's perceptually weighted PSNR of single frames. */
final class Xpsnr {

  /** Identical pictures have no finite PSNR; this is what they count as, in dB. */
  private static final double IDENTICAL = 100;

  // With ten bits the filter is wrong by 30 dB for some pictures (FFmpeg 8.0.1: 8 dB where PSNR is
  // 41 dB), so both pictures are rounded to eight, which costs nothing below 55 dB.
  private static final String EIGHT_BITS = ",zscale=dither=none,format=yuv420p";

  private Xpsnr() {}

  /**
   * Luma XPSNR in dB of the second frame of each pair; the first gives the temporal weight.
   *
   * @param reference the frames that the encoder was given
   * @param decoded the same frames after encoding and decoding
   */
  static double luma(RungPlan rung, List<AVFrame> reference, List<AVFrame> decoded) {
    AVFilterGraph graph = graph(rung);
    AVFrame result = av_frame_alloc();
    try {
      AVFilterContext sink = avfilter_graph_get_filter(graph, "buffersink@out");
      for (int i = 0; i < reference.size(); i++) {
        // XPSNR takes its weights from the first input, which must be the original.
        feed(avfilter_graph_get_filter(graph, "buffer@a"), reference.get(i), i);
        feed(avfilter_graph_get_filter(graph, "buffer@b"), decoded.get(i), i);
      }
      double last = IDENTICAL;
      flush(graph);
      while (av_buffersink_get_frame(sink, result) >= 0) {
        last = score(result).orElse(last);
        org.bytedeco.ffmpeg.global.avutil.av_frame_unref(result);
      }
      return last;
    } finally {
      av_frame_free(result);
      avfilter_graph_free(graph);
    }
  }

  /**
   * A graph from {@code buffer@a}, the original, and {@code buffer@b} to {@code buffersink@out}.
   */
  static AVFilterGraph graph(RungPlan rung) {
    String description =
        input("a", rung)
            + EIGHT_BITS
            + "[a];"
            + input("b", rung)
            + EIGHT_BITS
            + "[b];"
            + "[a][b]xpsnr,buffersink@out";
    return FilterGraphs.open(description, FailureKind.INVARIANT_BROKEN, "configure xpsnr");
  }

  /** What the graph found for a frame that came out of it, dB; empty if it says nothing. */
  static OptionalDouble score(AVFrame result) {
    AVDictionaryEntry entry = av_dict_get(result.metadata(), "lavfi.xpsnr.xpsnr.y", null, 0);
    return entry == null || entry.isNull()
        ? OptionalDouble.empty()
        : OptionalDouble.of(parse(FFmpeg.text(entry.value())));
  }

  static void flush(AVFilterGraph graph) {
    for (String name : List.of("buffer@a", "buffer@b")) {
      av_buffersrc_add_frame_flags(avfilter_graph_get_filter(graph, name), null, 0);
    }
  }

  static void feed(AVFilterContext buffer, AVFrame frame, long pts) {
    frame.pts(pts);
    FFmpeg.check(
        av_buffersrc_add_frame_flags(buffer, frame, AV_BUFFERSRC_FLAG_KEEP_REF), "feed xpsnr");
  }

  private static double parse(String text) {
    return text.startsWith("inf") ? IDENTICAL : Math.min(IDENTICAL, Double.parseDouble(text));
  }

  /** The input {@code buffer@name} for pictures of {@code rung}. */
  static String input(String name, RungPlan rung) {
    return String.format(
        Locale.ROOT,
        "buffer@%s=video_size=%dx%d:pix_fmt=%s:time_base=%d/%d:frame_rate=%s:colorspace=%d:range=tv",
        name,
        rung.width(),
        rung.height(),
        PixelFormats.name(rung),
        rung.rate().framesPerSecond().denominator(),
        rung.rate().framesPerSecond().numerator(),
        rung.rate(),
        rung.colour().matrix());
  }
}
