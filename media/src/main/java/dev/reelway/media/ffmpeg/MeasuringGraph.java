package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.reelway.contracts.failure.FailureKind;
import java.util.List;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A filter graph that writes what it measures into the metadata of its frames. It has one input,
 * named {@code in}, and outputs named {@code 0}, {@code 1} …
 */
final class MeasuringGraph implements AutoCloseable {

  /** Receives the frames of an output, each valid during the call only. */
  @FunctionalInterface
  interface Sink {
    void accept(AVFrame frame);
  }

  private final AVFilterGraph graph;
  private final AVFrame frame = av_frame_alloc();
  private final AVFilterContext input;
  private final String kind;
  private final List<Sink> sinks;

  private MeasuringGraph(String kind, String description, List<Sink> sinks) {
    this.kind = kind;
    this.sinks = sinks;
    graph =
        FilterGraphs.open(
            description,
            FailureKind.MASTER_UNSUPPORTED,
            "The filters that measure cannot take this (" + description + ")");
    input = avfilter_graph_get_filter(graph, kind + "@in");
  }

  /** A graph for pictures; the description starts behind the input. */
  static MeasuringGraph ofPictures(String source, String filters, List<Sink> sinks) {
    return new MeasuringGraph("buffer", source + "," + filters, sinks);
  }

  /** A graph for sound; the description starts behind the input. */
  static MeasuringGraph ofSound(String source, String filters, Sink sink) {
    return new MeasuringGraph("abuffer", source + "," + filters + ",abuffersink@0", List.of(sink));
  }

  /** Measures one frame, which stays the caller's. */
  void feed(AVFrame frame, long ticks) {
    frame.pts(ticks);
    FFmpeg.check(
        av_buffersrc_add_frame_flags(input, frame, AV_BUFFERSRC_FLAG_KEEP_REF),
        FailureKind.MASTER_UNSUPPORTED,
        "The filters that measure cannot take a frame");
    drain();
  }

  /** Says that no more comes and delivers what filters still hold. */
  void end() {
    FFmpeg.check(av_buffersrc_add_frame_flags(input, null, 0), "end the measuring");
    drain();
  }

  private void drain() {
    for (int i = 0; i < sinks.size(); i++) {
      AVFilterContext sink =
          avfilter_graph_get_filter(
              graph, (kind.equals("buffer") ? "buffersink@" : "abuffersink@") + i);
      while (av_buffersink_get_frame(sink, frame) >= 0) {
        sinks.get(i).accept(frame);
        av_frame_unref(frame);
      }
    }
  }

  /** Whether the filters have written {@code key}. */
  static boolean has(AVFrame frame, String key) {
    AVDictionaryEntry entry = av_dict_get(frame.metadata(), key, null, 0);
    return entry != null && !entry.isNull();
  }

  /** What the filters have written for {@code key}; not a number if nothing. */
  static double number(AVFrame frame, String key) {
    AVDictionaryEntry entry = av_dict_get(frame.metadata(), key, null, 0);
    if (entry == null || entry.isNull()) {
      return Double.NaN;
    }
    String text = FFmpeg.text(entry.value());
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avfilter_graph_free(graph);
  }
}
