package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.SoundAnalysis;
import dev.reelway.media.scan.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Measures a decoded sound track with FFmpeg's filters, in pieces of 100 ms: loudness and true peak
 * ({@code ebur128}), levels, offset and flatness of each channel ({@code astats}), and for two
 * channels how they go together ({@code aphasemeter}).
 */
final class SoundMeter implements AutoCloseable {

  /** Time stamps may wander by this much before there is a real hole. */
  private static final Rational TOLERANCE_SECONDS = new Rational(1, 25);

  private static final String STATISTICS =
      "ebur128=metadata=1:peak=true,astats=metadata=1:reset=1:measure_overall=none"
          + ":measure_perchannel=Peak_level+RMS_level+DC_offset+Flat_factor+Peak_count";

  private final int stream;
  private final Rational timeBase;
  private final Rational origin;
  private final List<ChannelMeter> channels = new ArrayList<>();
  private final List<Stretch> silence = new ArrayList<>();
  private final List<Stretch> clipped = new ArrayList<>();
  private TickStretches quiet = new TickStretches();
  private TickStretches flat = new TickStretches();
  private MeasuringGraph graph;
  private String source = "";
  private int rate;
  private int count;
  private long next;
  private double phaseSum;
  private long phaseSamples;
  private Optional<Loudness> loudness = Optional.empty();

  /**
   * A meter.
   *
   * @param timeBase seconds per tick of the frames' time stamps
   */
  SoundMeter(int stream, Rational timeBase, Rational origin) {
    this.stream = stream;
    this.timeBase = timeBase;
    this.origin = origin;
  }

  /** Measures one decoded frame, in order. */
  void take(AVFrame frame) {
    if (frame.nb_samples() == 0) {
      return;
    }
    prepare(frame);
    long position = position(frame);
    long tolerance = TOLERANCE_SECONDS.times(rate).round();
    next = Math.abs(position - next) <= tolerance ? next : position;
    graph.feed(frame, next);
    next += frame.nb_samples();
  }

  private long position(AVFrame frame) {
    long ticks = frame.best_effort_timestamp();
    return ticks == FFmpeg.NO_TICKS
        ? next
        : timeBase.times(ticks).minus(origin).times(rate).round();
  }

  // A track may change its rate or layout in the middle. The loudness is then that of the last
  // part; everything else is that of all of them.
  private void prepare(AVFrame frame) {
    if (frame.ch_layout().order() == 0) { // channels are counted but not named
      av_channel_layout_default(frame.ch_layout(), frame.ch_layout().nb_channels());
    }
    String wanted = FilterGraphs.sound(frame);
    if (wanted.equals(source)) {
      return;
    }
    end();
    source = wanted;
    rate = frame.sample_rate();
    count = frame.ch_layout().nb_channels();
    while (channels.size() < count) {
      channels.add(new ChannelMeter());
    }
    next = position(frame);
    boolean stereo = count == 2;
    graph =
        MeasuringGraph.ofSound(
            source, STATISTICS + (stereo ? ",aphasemeter=video=0" : ""), this::read);
  }

  private void read(AVFrame frame) {
    long from = frame.pts();
    long to = from + frame.nb_samples();
    boolean heard = false;
    boolean cut = false;
    boolean bothHeard = true;
    for (int i = 0; i < count; i++) {
      ChannelMeter.Piece piece = ChannelMeter.Piece.of(frame, i + 1);
      channels.get(i).add(piece, frame.nb_samples());
      heard |= piece.heard();
      cut |= piece.clipped();
      bothHeard &= piece.heard();
    }
    if (!heard) {
      quiet.add(from, to);
    }
    if (cut) {
      flat.add(from, to);
    }
    double phase = MeasuringGraph.number(frame, "lavfi.aphasemeter.phase");
    if (bothHeard && !Double.isNaN(phase)) {
      phaseSum += phase * frame.nb_samples();
      phaseSamples += frame.nb_samples();
    }
    // The filter speaks after every full 100 ms, which the last piece may not be.
    if (MeasuringGraph.has(frame, "lavfi.r128.I") || loudness.isEmpty()) {
      loudness = Optional.of(loudness(frame));
    }
  }

  private static Loudness loudness(AVFrame frame) {
    double peak = MeasuringGraph.number(frame, "lavfi.r128.true_peak");
    return new Loudness(
        tenths(Math.max(-70, MeasuringGraph.number(frame, "lavfi.r128.I"))),
        tenths(MeasuringGraph.number(frame, "lavfi.r128.LRA")),
        tenths(Math.max(-120, 20 * Math.log10(peak))));
  }

  private static double tenths(double value) {
    return Double.isNaN(value) ? 0 : Math.round(value * 10) / 10.0;
  }

  private void end() {
    if (graph != null) {
      graph.end();
      graph.close();
      graph = null;
      Rational samplePeriod = new Rational(1, rate);
      silence.addAll(quiet.onTitle(samplePeriod, Rational.ZERO));
      clipped.addAll(flat.onTitle(samplePeriod, Rational.ZERO));
      quiet = new TickStretches();
      flat = new TickStretches();
    }
  }

  /** Everything together, with the damage found on the way. */
  SoundAnalysis finish(TickStretches damage) {
    end();
    return new SoundAnalysis(
        stream,
        loudness,
        channels.stream().map(ChannelMeter::result).toList(),
        phaseSamples == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.round(phaseSum / phaseSamples * 1000) / 1000.0),
        silence,
        clipped,
        damage.onTitle(timeBase, origin));
  }

  @Override
  public void close() {
    if (graph != null) {
      graph.close();
    }
  }
}
