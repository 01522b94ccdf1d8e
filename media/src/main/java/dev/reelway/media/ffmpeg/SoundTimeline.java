package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_from_string;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_samples_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_samples_set_silence;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Places decoded sound on the title's clock and resamples it: what comes before t = 0 is cut, holes
 * become silence, overlaps are dropped. Positions are counted in samples of the source rate.
 */
final class SoundTimeline implements AutoCloseable {

  /** Time stamps may wander by this much (rounded container clocks) before it is a real hole. */
  private static final Rational TOLERANCE_SECONDS = new Rational(1, 25);

  /** Length of the resampling filter; twice FFmpeg's default cuts nearer to the highest tone. */
  private static final int FILTER_SAMPLES = 64;

  private final Rational timeBase;
  private final Rational origin;
  private final int outputRate;
  private final List<String> speakers;
  private final Consumer<AVFrame> sink;
  private final AVFrame resampled = av_frame_alloc();
  private AVFilterGraph graph;
  private AVFilterContext input;
  private AVFilterContext output;
  private String format = "";
  private int rate;
  private long next;
  private boolean placing;

  /**
   * The timeline of one stream.
   *
   * @param timeBase seconds per tick of the frames' time stamps
   * @param origin the instant of the source's clock that becomes sample 0, in seconds
   * @param outputRate in Hz
   * @param speakers what the channels that come out are for
   * @param sink receives planar float frames, valid during the call
   */
  SoundTimeline(
      Rational timeBase,
      Rational origin,
      int outputRate,
      List<String> speakers,
      Consumer<AVFrame> sink) {
    this.timeBase = timeBase;
    this.origin = origin;
    this.outputRate = outputRate;
    this.speakers = List.copyOf(speakers);
    this.sink = sink;
  }

  /**
   * The next frame is put exactly where its time stamp says: two recordings meet there, and an
   * error between them would stay to the end.
   */
  void place() {
    placing = true;
  }

  /** Takes one decoded frame, in order. */
  void take(AVFrame frame) {
    if (frame.nb_samples() == 0) {
      return;
    }
    prepare(frame);
    long position = position(frame);
    long tolerance = TOLERANCE_SECONDS.times(rate).round();
    boolean continues = next > 0 && !placing && Math.abs(position - next) <= tolerance;
    placing = false;
    long start = continues ? next : position;
    silence(frame, start - next);
    long cut = Math.min(frame.nb_samples(), Math.max(0, next - start));
    if (cut < frame.nb_samples()) {
      push(frame, (int) cut);
      next += frame.nb_samples() - cut;
    }
    drain();
  }

  /** Says that no more sound comes. */
  void finish() {
    if (graph != null) {
      FFmpeg.check(av_buffersrc_add_frame_flags(input, null, 0), "end the sound");
      drain();
    }
  }

  /** Where the frame's first sample belongs; a frame without time stamp follows the last one. */
  private long position(AVFrame frame) {
    if (frame.best_effort_timestamp() == FFmpeg.NO_TICKS) {
      return next;
    }
    return timeBase.times(frame.best_effort_timestamp()).minus(origin).times(rate).round();
  }

  private void push(AVFrame frame, int cut) {
    if (cut == 0) {
      send(frame);
      return;
    }
    AVFrame rest = like(frame, frame.nb_samples() - cut);
    try {
      FFmpeg.check(
          av_samples_copy(
              rest.extended_data(),
              frame.extended_data(),
              0,
              cut,
              rest.nb_samples(),
              frame.ch_layout().nb_channels(),
              frame.format()),
          "cut the sound");
      send(rest);
    } finally {
      av_frame_free(rest);
    }
  }

  private void silence(AVFrame example, long samples) {
    long remaining = Math.max(0, samples);
    while (remaining > 0) {
      AVFrame silent = like(example, (int) Math.min(remaining, 4096));
      try {
        FFmpeg.check(
            av_samples_set_silence(
                silent.extended_data(),
                0,
                silent.nb_samples(),
                silent.ch_layout().nb_channels(),
                silent.format()),
            "write silence");
        send(silent);
        next += silent.nb_samples();
        remaining -= silent.nb_samples();
      } finally {
        av_frame_free(silent);
      }
      drain();
    }
  }

  private static AVFrame like(AVFrame example, int samples) {
    AVFrame frame = av_frame_alloc();
    frame.format(example.format()).sample_rate(example.sample_rate()).nb_samples(samples);
    FFmpeg.check(
        av_channel_layout_copy(frame.ch_layout(), example.ch_layout()), "copy a channel layout");
    FFmpeg.check(av_frame_get_buffer(frame, 0), "allocate sound");
    return frame;
  }

  private void send(AVFrame frame) {
    FFmpeg.check(
        av_buffersrc_add_frame_flags(input, frame, AV_BUFFERSRC_FLAG_KEEP_REF),
        FailureKind.MASTER_UNSUPPORTED,
        "The sound changes its format inside the file");
  }

  private void drain() {
    while (av_buffersink_get_frame(output, resampled) >= 0) {
      sink.accept(resampled);
      av_frame_unref(resampled);
    }
  }

  // A master may change rate or layout in the middle; the graph is then built anew, and what the
  // old one still held comes out first.
  private void prepare(AVFrame frame) {
    if (frame.ch_layout().order() != AV_CHANNEL_ORDER_NATIVE) {
      nameChannels(frame.ch_layout());
    }
    String description = FilterGraphs.sound(frame);
    if (description.equals(format)) {
      return;
    }
    if (graph != null) {
      finish();
      next = new Rational(next, rate).times(frame.sample_rate()).round();
      avfilter_graph_free(graph);
      graph = null;
    }
    format = description;
    rate = frame.sample_rate();
    open();
  }

  // Channels that are only counted, or named in a way of their own, are the planned ones.
  private void nameChannels(AVChannelLayout layout) {
    int channels = layout.nb_channels();
    av_channel_layout_uninit(layout);
    if (channels == speakers.size()) {
      FFmpeg.check(av_channel_layout_from_string(layout, plannedLayout()), "name the channels");
    } else {
      av_channel_layout_default(layout, channels);
    }
  }

  private String plannedLayout() {
    return String.join("+", speakers);
  }

  private void open() {
    String text =
        String.format(
            Locale.ROOT,
            "%s,aresample=%d:filter_size=%d,"
                + "aformat=sample_fmts=fltp:sample_rates=%d:channel_layouts=%s,"
                + "asetnsamples=n=1024:p=0,abuffersink@out",
            format,
            outputRate,
            FILTER_SAMPLES,
            outputRate,
            plannedLayout());
    graph =
        FilterGraphs.open(text, FailureKind.MASTER_UNSUPPORTED, "The sound cannot be converted");
    input = avfilter_graph_get_filter(graph, "abuffer@in");
    output = avfilter_graph_get_filter(graph, "abuffersink@out");
  }

  @Override
  public void close() {
    av_frame_free(resampled);
    if (graph != null) {
      avfilter_graph_free(graph);
    }
  }
}
