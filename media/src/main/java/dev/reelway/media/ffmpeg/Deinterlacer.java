package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.time.Rational;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes two frames of every interlaced picture, one per field, by bwdif.
 *
 * <pre>
 *  in   t ─────────────── t' ─────────────── t''     ticks
 *  out  2t ──── t + t' ── 2t' ── t' + t'' ── 2t''    half ticks
 * </pre>
 *
 * <p>The two frames of a picture depend on the picture before and the one after it, and on nothing
 * else. So a run that starts two pictures early gives the same frames as a run from the start.
 */
final class Deinterlacer implements FieldFilter {

  private final FieldOrder order;
  private final AVFrame output = av_frame_alloc();
  private AVFilterGraph graph;
  private AVFilterContext input;
  private AVFilterContext sink;
  private String look = "";

  /**
   * @param order of the title, whatever single pictures say
   */
  Deinterlacer(FieldOrder order) {
    this.order = order;
  }

  /** Gives the frames of the picture before, with times in half ticks. */
  @Override
  public void take(AVFrame picture, StreamDecoder.FrameSink frames) {
    String now = FilterGraphs.pictures(picture, Rational.ONE);
    if (!now.equals(look)) {
      finish(frames);
      open(now);
    }
    picture.pts(picture.best_effort_timestamp());
    FFmpeg.check(
        av_buffersrc_add_frame_flags(input, picture, AV_BUFFERSRC_FLAG_KEEP_REF),
        "give a picture to the deinterlacer");
    drain(frames);
  }

  @Override
  public void finish(StreamDecoder.FrameSink frames) {
    if (graph != null) {
      FFmpeg.check(av_buffersrc_add_frame_flags(input, null, 0), "end the deinterlacer");
      drain(frames);
      avfilter_graph_free(graph);
      graph = null;
      look = "";
    }
  }

  private void drain(StreamDecoder.FrameSink frames) {
    boolean wanted = true;
    while (wanted && av_buffersink_get_frame(sink, output) >= 0) {
      output.best_effort_timestamp(output.pts());
      wanted = frames.accept(output);
      av_frame_unref(output);
    }
  }

  private void open(String description) {
    look = description;
    String parity = order == FieldOrder.BOTTOM_FIRST ? "bff" : "tff";
    String text =
        description + ",bwdif=mode=send_field:deint=all:parity=" + parity + ",buffersink@out";
    graph =
        FilterGraphs.open(
            text,
            FailureKind.MASTER_UNSUPPORTED,
            "The picture cannot be deinterlaced (" + text + ")");
    input = avfilter_graph_get_filter(graph, "buffer@in");
    sink = avfilter_graph_get_filter(graph, "buffersink@out");
  }

  @Override
  public void close() {
    av_frame_free(output);
    if (graph != null) {
      avfilter_graph_free(graph);
    }
  }
}
