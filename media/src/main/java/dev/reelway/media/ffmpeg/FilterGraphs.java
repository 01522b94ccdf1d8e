package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_get_sample_fmt_name;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.time.Rational;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Opens filter graphs, and says in FFmpeg's words what goes into them. */
final class FilterGraphs {

  private FilterGraphs() {}

  /**
   * A graph ready for frames, on one thread; the caller frees it.
   *
   * @param description sources, filters and sinks in FFmpeg's syntax
   * @param kind of failure if the filters cannot agree on what goes through them
   * @param what failed then, in words
   */
  static AVFilterGraph open(String description, FailureKind kind, String what) {
    AVFilterGraph graph = avfilter_graph_alloc();
    graph.nb_threads(1);
    try {
      FFmpeg.check(
          avfilter_graph_parse2(
              graph, description, new AVFilterInOut(null), new AVFilterInOut(null)),
          "build graph " + description);
      FFmpeg.check(avfilter_graph_config(graph, null), kind, what);
      return graph;
    } catch (ReelwayException e) {
      avfilter_graph_free(graph);
      throw e;
    }
  }

  /** The input {@code buffer@in} for pictures like {@code frame}; changes when they change. */
  static String pictures(AVFrame frame, Rational timeBase) {
    return String.format(
        Locale.ROOT,
        "buffer@in=video_size=%dx%d:pix_fmt=%s:time_base=%d/%d:colorspace=%d:range=%d",
        frame.width(),
        frame.height(),
        FFmpeg.text(av_get_pix_fmt_name(frame.format())),
        timeBase.numerator(),
        timeBase.denominator(),
        frame.colorspace(),
        frame.color_range());
  }

  /** The input {@code abuffer@in} for sound like {@code frame}; changes when it changes. */
  static String sound(AVFrame frame) {
    return String.format(
        Locale.ROOT,
        "abuffer@in=time_base=1/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s",
        frame.sample_rate(),
        frame.sample_rate(),
        FFmpeg.text(av_get_sample_fmt_name(frame.format())),
        FFmpeg.layoutName(frame.ch_layout()));
  }
}
