package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get_double;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioPlan;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Measures loudness by EBU R 128, with true peaks. */
final class LoudnessMeter implements SoundSink, AutoCloseable {

  private static final int BLOCK = 4096;

  private final AVFilterGraph graph;
  private final AVFilterContext input;
  private final AVFilterContext meter;
  private final AVFilterContext output;
  private final AVFrame measured = av_frame_alloc();
  private final SoundFrame frame;
  private long samples;

  LoudnessMeter(AudioPlan plan) {
    String layout = SoundEncoder.layout(AudioCodec.AAC, plan.channels());
    this.frame = new SoundFrame(AV_SAMPLE_FMT_FLTP, plan.sampleRate(), layout, BLOCK);
    String text =
        String.format(
            Locale.ROOT,
            "abuffer@in=time_base=1/%d:sample_rate=%d:sample_fmt=fltp:channel_layout=%s,"
                + "ebur128@meter=peak=true:framelog=quiet,abuffersink@out",
            plan.sampleRate(),
            plan.sampleRate(),
            layout);
    this.graph = FilterGraphs.open(text, FailureKind.INVARIANT_BROKEN, "measure loudness");
    this.input = avfilter_graph_get_filter(graph, "abuffer@in");
    this.meter = avfilter_graph_get_filter(graph, "ebur128@meter");
    this.output = avfilter_graph_get_filter(graph, "abuffersink@out");
  }

  @Override
  public void accept(float[][] channels, int length) {
    frame.write(channels, length);
    frame.frame().pts(samples);
    samples += length;
    FFmpeg.check(
        av_buffersrc_add_frame_flags(input, frame.frame(), AV_BUFFERSRC_FLAG_KEEP_REF),
        "measure loudness");
    drain();
  }

  private void drain() {
    while (av_buffersink_get_frame(output, measured) >= 0) {
      av_frame_unref(measured);
    }
  }

  /** What all sound so far measures; no more may follow. */
  Loudness result() {
    FFmpeg.check(av_buffersrc_add_frame_flags(input, null, 0), "end the measurement");
    drain();
    return new Loudness(value("integrated"), value("range"), value("true_peak"));
  }

  private double value(String name) {
    double[] value = new double[1];
    FFmpeg.check(av_opt_get_double(meter.priv(), name, 0, value), "read " + name);
    return Double.isFinite(value[0]) ? value[0] : -120;
  }

  @Override
  public void close() {
    frame.close();
    av_frame_free(measured);
    avfilter_graph_free(graph);
  }
}
