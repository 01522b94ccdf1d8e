package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.LoudnessTarget;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.EncodeResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Encodes one whole sound track, exactly as long as the picture: decode → place on the title's
 * clock → resample → mix → set the level → encode.
 *
 * <p>The level of a track is one number. Where it depends on how loud the whole track is, the track
 * is read twice.
 */
public final class AudioJob {

  private final MasterBytes source;
  private final AudioTask task;
  private final AudioPlan plan;
  private final Path folder;
  private final LongConsumer progress;
  private final boolean measuredFirst;

  /**
   * A track of {@code source}.
   *
   * @param folder where the part's file is written
   * @param progress is told how many samples have been encoded
   */
  public AudioJob(MasterBytes source, AudioTask task, Path folder, LongConsumer progress) {
    this.source = source;
    this.task = task;
    this.plan = task.plan();
    this.folder = folder;
    this.progress = progress;
    this.measuredFirst = plan.loudness().isPresent() || plan.mix().canClip();
  }

  /** Encodes the track; on any failure nothing that was written is of use. */
  public EncodeResult run() throws IOException {
    double gain = measuredFirst ? gain() : 0;
    List<String> damage = new ArrayList<>();
    try (AudioTrackWriter writer =
            new AudioTrackWriter(folder.resolve(AudioTask.fileName(plan)), task);
        LoudnessMeter meter = new LoudnessMeter(plan)) {
      SoundSink sink =
          (sound, length) -> {
            amplify(sound, length, gain);
            meter.accept(sound, length);
            writer.accept(sound, length);
          };
      new SoundPass(source, task, sink, damage).run(samples -> tell(samples, true));
      writer.finish();
      Loudness.Applied loudness = new Loudness.Applied(meter.result(), gain);
      return new EncodeResult(Map.of(), Map.of(plan.track(), loudness), damage);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The gain in dB that the whole track needs. */
  private double gain() throws IOException {
    try (LoudnessMeter meter = new LoudnessMeter(plan)) {
      new SoundPass(source, task, meter, new ArrayList<>()).run(samples -> tell(samples, false));
      Loudness measured = meter.result();
      return plan.loudness()
          .map(target -> target.gainFor(measured))
          .orElseGet(() -> LoudnessTarget.gainAgainstClipping(measured));
    }
  }

  private void tell(long samples, boolean encoding) {
    long before = encoding ? plan.samples() : 0;
    progress.accept(measuredFirst ? (before + samples) / 2 : samples);
  }

  private static void amplify(float[][] sound, int length, double decibels) {
    if (decibels == 0) {
      return;
    }
    float factor = (float) Math.pow(10, decibels / 20);
    for (float[] channel : sound) {
      for (int i = 0; i < length; i++) {
        channel[i] *= factor;
      }
    }
  }
}
