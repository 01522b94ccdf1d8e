package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.decode.DecodedTrack.Segment;
import dev.reelway.contracts.time.TickRuns;
import java.util.ArrayList;
import java.util.List;

/** Counts what is shown or heard in the time of each segment. */
final class SegmentMeter {

  private final TickRuns starts;
  private final long[] counts;
  private final Levels levels;
  private final Levels master;

  /** Segments start at all {@code starts} but the last, which is the end. */
  SegmentMeter(TickRuns starts) {
    this.starts = starts;
    this.counts = new long[starts.size() - 1];
    this.levels = new Levels(counts.length);
    this.master = new Levels(counts.length);
  }

  /** Which segment a time lies in; what lies outside belongs to the nearest. */
  int segment(long ticks) {
    int next = starts.indexFrom(ticks + 1);
    return Math.max(0, Math.min(counts.length - 1, next - 1));
  }

  void count(int segment, long frames) {
    counts[segment] += frames;
  }

  Levels levels() {
    return levels;
  }

  Levels master() {
    return master;
  }

  List<Segment> result() {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      segments.add(new Segment(counts[i], levels.decibels(i), master.decibels(i)));
    }
    return segments;
  }

  /** Mean power for each segment. */
  static final class Levels {
    private final double[] sums;
    private final long[] values;

    private Levels(int count) {
      sums = new double[count];
      values = new long[count];
    }

    /** Adds samples of one channel. */
    void add(int segment, float[] samples, int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += samples[i] * (double) samples[i];
      }
      sums[segment] += sum;
      values[segment] += to - from;
    }

    private double decibels(int segment) {
      double power = values[segment] == 0 ? 0 : sums[segment] / values[segment];
      return power <= 0
          ? DecodedTrack.SILENCE
          : Math.max(DecodedTrack.SILENCE, 10 * Math.log10(power));
    }
  }
}
