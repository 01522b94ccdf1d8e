package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.plan.AudioMix;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.AudioTask;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Reads the streams of a sound track once, from the first to the last packet, and mixes them. */
final class SoundPass {

  private final MasterBytes source;
  private final AudioTask task;
  private final AudioPlan plan;
  private final List<String> damage;
  private final SoundMixer mixer;

  /**
   * A pass.
   *
   * @param sink takes the mixed sound
   * @param damage where bridged damage is noted, one sentence each
   */
  SoundPass(MasterBytes source, AudioTask task, SoundSink sink, List<String> damage) {
    this.source = source;
    this.task = task;
    this.plan = task.plan();
    this.damage = damage;
    this.mixer = new SoundMixer(plan, sink);
  }

  /** Reads everything; {@code progress} is told how many samples are done. */
  void run(LongConsumer progress) throws IOException {
    Map<Integer, Voice> voices = new HashMap<>();
    try (MasterInput input = MasterInput.open(source, task.clock())) {
      List<AudioMix.Input> inputs = plan.mix().inputs();
      for (int i = 0; i < inputs.size(); i++) {
        voices.put(inputs.get(i).stream(), new Voice(input, i));
      }
      read(input, voices, progress);
      for (AudioMix.Input end : inputs) {
        voices.get(end.stream()).finish();
      }
      mixer.finish();
    } finally {
      voices.values().forEach(Voice::close);
    }
  }

  private void read(MasterInput input, Map<Integer, Voice> voices, LongConsumer progress) {
    input.readOnly(voices.keySet());
    AVPacket packet = input.next();
    while (packet != null && !mixer.complete()) {
      Voice voice = voices.get(packet.stream_index());
      if (voice != null) {
        if (input.jumped()) {
          voice.timeline.place();
        }
        voice.decode(packet);
      }
      av_packet_unref(packet);
      progress.accept(mixer.samples());
      packet = input.next();
    }
  }

  /** One stream on its way into the mixer. */
  private final class Voice implements AutoCloseable {

    private final Rational timeBase;
    private final StreamDecoder decoder;
    private final SoundTimeline timeline;

    Voice(MasterInput input, int number) {
      AudioMix.Input description = plan.mix().inputs().get(number);
      this.timeBase = task.timeBases().get(number);
      this.decoder = StreamDecoder.open(input.stream(description.stream()));
      this.timeline =
          new SoundTimeline(
              timeBase,
              plan.originSeconds(),
              plan.sampleRate(),
              description.speakers(),
              frame -> mixer.accept(number, frame));
    }

    void decode(AVPacket packet) {
      long pts = packet.pts();
      int result = decoder.decode(packet, this::take);
      if (result < 0 && result != FFmpeg.AGAIN) {
        damaged(pts);
      }
    }

    private void damaged(long pts) {
      Rational seconds = timeBase.times(pts).minus(plan.originSeconds());
      String sentence =
          "The sound ("
              + plan.name()
              + ") at "
              + MediaTime.timecode(seconds)
              + " cannot be decoded.";
      if (!task.tolerateDamage()) {
        throw new ReelwayException(FailureKind.MASTER_DAMAGED, sentence);
      }
      damage.add(sentence);
    }

    void finish() {
      decoder.decode(null, this::take);
      timeline.finish();
    }

    private boolean take(AVFrame frame) {
      timeline.take(frame);
      return true;
    }

    @Override
    public void close() {
      decoder.close();
      timeline.close();
    }
  }
}
