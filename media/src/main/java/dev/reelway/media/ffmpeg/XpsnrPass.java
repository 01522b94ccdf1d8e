package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.reelway.contracts.plan.RungPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Scores every picture of a track, one after the other. */
final class XpsnrPass implements AutoCloseable {

  private record Given(long ticks, boolean key) {}

  private final AVFilterGraph graph;
  private final AVFilterContext original;
  private final AVFilterContext decoded;
  private final AVFilterContext sink;
  private final AVFrame result = av_frame_alloc();
  private final Deque<Given> given = new ArrayDeque<>();
  private final GroupMeter meter;
  private long count;

  /** Tells {@code meter}; pictures are those of {@code rung}. */
  XpsnrPass(RungPlan rung, GroupMeter meter) {
    this.meter = meter;
    this.graph = Xpsnr.graph(rung);
    this.original = avfilter_graph_get_filter(graph, "buffer@a");
    this.decoded = avfilter_graph_get_filter(graph, "buffer@b");
    this.sink = avfilter_graph_get_filter(graph, "buffersink@out");
  }

  /** Scores one picture; both frames stay the caller's. */
  void score(AVFrame reference, AVFrame picture, long ticks, boolean key) {
    given.add(new Given(ticks, key));
    Xpsnr.feed(original, reference, count);
    Xpsnr.feed(decoded, picture, count);
    count++;
    drain();
  }

  /** No more pictures come. */
  void finish() {
    Xpsnr.flush(graph);
    drain();
  }

  private void drain() {
    while (av_buffersink_get_frame(sink, result) >= 0) {
      Given of = given.poll();
      if (of != null) {
        Xpsnr.score(result).ifPresent(decibels -> meter.add(of.ticks(), of.key(), decibels));
      }
      av_frame_unref(result);
    }
  }

  @Override
  public void close() {
    av_frame_free(result);
    avfilter_graph_free(graph);
  }
}
