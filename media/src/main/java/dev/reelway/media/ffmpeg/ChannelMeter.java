package dev.reelway.media.ffmpeg;

import dev.reelway.media.scan.SoundAnalysis;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Adds up what {@code astats} says about pieces of one channel. */
final class ChannelMeter {

  /** Everything below this peak is silence, in dB. */
  private static final double HEARD = -60;

  private double peak = Double.NEGATIVE_INFINITY;
  private double power;
  private double offset;
  private long samples;

  /**
   * What the filter says about one piece.
   *
   * @param peak highest sample in dB
   * @param rms in dB
   * @param offset mean sample
   * @param flatness mean length of runs of equal samples at the peaks, in dB: 6 is two samples
   * @param peaks how many samples have the height of the peak
   */
  record Piece(double peak, double rms, double offset, double flatness, double peaks) {

    static Piece of(AVFrame frame, int channel) {
      String prefix = "lavfi.astats." + channel + ".";
      return new Piece(
          MeasuringGraph.number(frame, prefix + "Peak_level"),
          MeasuringGraph.number(frame, prefix + "RMS_level"),
          MeasuringGraph.number(frame, prefix + "DC_offset"),
          MeasuringGraph.number(frame, prefix + "Flat_factor"),
          MeasuringGraph.number(frame, prefix + "Peak_count"));
    }

    boolean heard() {
      return peak >= HEARD;
    }

    /**
     * Whether its peaks are cut flat: at full scale in runs of three and more, below it of eight
     * and more. A pure bass tone stays at its peak for some samples, too: 30 Hz at full scale in 16
     * bits for three, 20 Hz at half of it for six.
     */
    boolean clipped() {
      boolean fullScale = peak >= -0.1 && flatness >= 9.5 && peaks >= 6;
      boolean below = peak >= -12 && flatness >= 18 && peaks >= 16;
      return fullScale || below;
    }
  }

  void add(Piece piece, int count) {
    peak = Math.max(peak, piece.peak());
    power += Double.isFinite(piece.rms()) ? Math.pow(10, piece.rms() / 10) * count : 0;
    offset += Double.isFinite(piece.offset()) ? piece.offset() * count : 0;
    samples += count;
  }

  SoundAnalysis.Channel result() {
    double mean = samples == 0 ? 0 : power / samples;
    return new SoundAnalysis.Channel(
        decibels(peak),
        decibels(10 * Math.log10(mean)),
        samples == 0 ? 0 : Math.round(offset / samples * 100_000) / 100_000.0);
  }

  private static double decibels(double value) {
    return Math.max(-120, Math.round(value * 10) / 10.0);
  }
}
