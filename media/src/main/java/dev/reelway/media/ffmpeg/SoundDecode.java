package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.task.DecodeTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Decodes the sound of a track and measures how loud it is in each segment, the master likewise.
 */
final class SoundDecode {

  private final SegmentMeter segments;
  private final TickRuns starts;
  private final LongConsumer progress;
  private float[] samples = new float[0];

  SoundDecode(SegmentMeter segments, TickRuns starts, LongConsumer progress) {
    this.segments = segments;
    this.starts = starts;
    this.progress = progress;
  }

  /** Decodes everything. */
  void run(TrackDecoder track) {
    long decoded = 0;
    for (AVFrame frame = track.next(); frame != null; frame = track.next()) {
      int segment = segments.segment(frame.best_effort_timestamp());
      segments.count(segment, frame.nb_samples());
      if (frame.format() == AV_SAMPLE_FMT_FLTP) {
        measure(frame, segment);
      }
      decoded += frame.nb_samples();
      progress.accept(decoded);
      av_frame_free(frame);
    }
  }

  private void measure(AVFrame frame, int segment) {
    int length = frame.nb_samples();
    samples = samples.length < length ? new float[length] : samples;
    for (int channel = 0; channel < frame.ch_layout().nb_channels(); channel++) {
      new FloatPointer(frame.extended_data(channel)).get(samples, 0, length);
      segments.levels().add(segment, samples, 0, length);
    }
  }

  /** Measures the master's sound in the times of the segments. */
  void compare(MasterBytes master, DecodeTask.Sound task, Rational timeBase) throws IOException {
    int rate = task.master().plan().sampleRate();
    long[] ends = new long[starts.size() - 1];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = timeBase.times(starts.get(i + 1) - task.mediaStartTicks()).times(rate).round();
    }
    Windows windows = new Windows(ends);
    new SoundPass(master, task.master(), windows, new ArrayList<>()).run(progress);
  }

  private final class Windows implements SoundSink {
    private final long[] ends;
    private long position;
    private int segment;

    Windows(long[] ends) {
      this.ends = ends;
    }

    @Override
    public void accept(float[][] channels, int length) {
      int from = 0;
      while (from < length && segment < ends.length) {
        int to = (int) Math.min(length, Math.max(from, from + ends[segment] - position));
        for (float[] channel : channels) {
          segments.master().add(segment, channel, from, to);
        }
        position += to - from;
        from = to;
        segment += position >= ends[segment] ? 1 : 0;
      }
    }
  }
}
