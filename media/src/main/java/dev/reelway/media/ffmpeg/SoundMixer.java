package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.AudioMix;
import dev.reelway.contracts.plan.AudioPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Mixes the streams of a plan sample by sample. Exactly the planned number of samples comes out:
 * what is missing is silence, what is too much is dropped.
 */
final class SoundMixer {

  private static final int BLOCK = 4096;

  /** A stream that lags behind by this much is taken for one that has ended. */
  private static final int LONGEST_LAG_SECONDS = 60;

  private final AudioPlan plan;
  private final float[][] gains;
  private final List<SampleQueue> queues = new ArrayList<>();
  private final long[] replaced;
  private final float[][] mixed;
  private final SoundSink sink;
  private long given;

  SoundMixer(AudioPlan plan, SoundSink sink) {
    this.plan = plan;
    this.sink = sink;
    this.mixed = new float[plan.channels()][BLOCK];
    this.replaced = new long[plan.mix().inputs().size()];
    plan.mix().inputs().forEach(input -> queues.add(new SampleQueue(input.speakers().size())));
    this.gains = plan.mix().rows().stream().map(SoundMixer::floats).toArray(float[][]::new);
  }

  private static float[] floats(List<Double> row) {
    float[] values = new float[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i).floatValue();
    }
    return values;
  }

  /** Samples that have come out so far. */
  long samples() {
    return given;
  }

  /** Whether the track has all its samples. */
  boolean complete() {
    return given >= plan.samples();
  }

  /**
   * Takes sound of one input.
   *
   * @param sound planar float at the plan's rate, with the channels of the input
   */
  void accept(int input, AVFrame sound) {
    SampleQueue queue = queues.get(input);
    int length = sound.nb_samples();
    queue.extend(length);
    int at = queue.end() - length;
    for (int channel = 0; channel < plan.mix().inputs().get(input).speakers().size(); channel++) {
      new FloatPointer(sound.extended_data(channel)).get(queue.channel(channel), at, length);
    }
    dropReplaced(input, length);
    mixWaiting();
    waitNoLonger();
  }

  /** Fills every input, then the track, up with silence. */
  void finish() {
    int longest = queues.stream().mapToInt(SampleQueue::size).max().orElse(0);
    for (SampleQueue queue : queues) {
      queue.addSilence(longest - queue.size());
    }
    mixWaiting();
    for (float[] channel : mixed) {
      Arrays.fill(channel, 0);
    }
    while (!complete()) {
      give((int) Math.min(BLOCK, plan.samples() - given));
    }
  }

  private void mixWaiting() {
    int waiting = queues.stream().mapToInt(SampleQueue::size).min().orElse(0);
    while (waiting > 0) {
      int length = Math.min(BLOCK, waiting);
      mix(length);
      queues.forEach(queue -> queue.remove(length));
      waiting -= length;
      give((int) Math.min(length, plan.samples() - given));
    }
  }

  private void mix(int length) {
    for (int row = 0; row < gains.length; row++) {
      float[] target = mixed[row];
      Arrays.fill(target, 0, length, 0);
      int column = 0;
      for (int input = 0; input < queues.size(); input++) {
        SampleQueue queue = queues.get(input);
        AudioMix.Input description = plan.mix().inputs().get(input);
        for (int channel = 0; channel < description.speakers().size(); channel++) {
          add(queue.channel(channel), queue.start(), gains[row][column++], target, length);
        }
      }
    }
  }

  private static void add(float[] source, int from, float gain, float[] target, int length) {
    if (gain == 0) {
      return;
    }
    for (int i = 0; i < length; i++) {
      target[i] += gain * source[from + i];
    }
  }

  private void give(int length) {
    if (length > 0) {
      sink.accept(mixed, length);
      given += length;
    }
  }

  // Memory must not grow with a title in which one of several tracks ends early.
  private void waitNoLonger() {
    int longest = queues.stream().mapToInt(SampleQueue::size).max().orElse(0);
    if (longest <= LONGEST_LAG_SECONDS * plan.sampleRate()) {
      return;
    }
    for (int input = 0; input < queues.size(); input++) {
      SampleQueue queue = queues.get(input);
      int missing = longest - queue.size();
      replaced[input] += missing;
      queue.addSilence(missing);
    }
    mixWaiting();
  }

  /** Sound that comes after silence has taken its place is late; only more silence is fine. */
  private void dropReplaced(int input, int length) {
    SampleQueue queue = queues.get(input);
    int late = (int) Math.min(replaced[input], length);
    if (late == 0) {
      return;
    }
    for (int channel = 0; channel < plan.mix().inputs().get(input).speakers().size(); channel++) {
      float[] values = queue.channel(channel);
      for (int i = 0; i < late; i++) {
        if (values[queue.end() - length + i] != 0) {
          throw new ReelwayException(
              FailureKind.MASTER_UNSUPPORTED,
              "The sound tracks that belong together ("
                  + plan.name()
                  + ") lie more than a minute apart in the file.");
        }
      }
    }
    // Only silence came, and the queue was emptied together with the others: drop it from the end.
    replaced[input] -= late;
    queue.shorten(length, late);
  }
}
