package dev.reelway.packager;

import dev.reelway.media.testing.FfmpegProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Masters in which one channel after the other has a short sound, and what is found of it. */
final class ChannelPulses {

  static final int RATE = 48_000;

  /** How loud each sound is. */
  static final double LEVEL = 0.5;

  private static final int DISTANCE = 9_600;
  private static final int BASS_SAMPLES = 4_800;

  private ChannelPulses() {}

  /** Where the sound of {@code channel} starts. */
  static int start(int channel) {
    return 4_000 + channel * DISTANCE;
  }

  /**
   * One stream with all channels.
   *
   * @param layout FFmpeg's name
   * @param bass which channel has a low tone, -1 for none
   */
  static Path stream(Path file, String layout, int channels, int bass) throws IOException {
    FfmpegProgram.run(
        List.of(
            "-f",
            "f32le",
            "-ar",
            "" + RATE,
            "-ch_layout",
            layout,
            "-i",
            raw(file, channels, bass),
            "-c:a",
            "pcm_f32le",
            file.toString()));
    return file;
  }

  /** A mono stream for every channel. */
  static Path monoStreams(Path file, int channels, int bass, String codec) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("-f", "f32le", "-ar", "" + RATE, "-ac", "" + channels));
    words.addAll(List.of("-i", raw(file, channels, bass), "-filter_complex"));
    StringBuilder graph = new StringBuilder("asplit=" + channels);
    for (int i = 0; i < channels; i++) {
      graph.append("[s%d]".formatted(i));
    }
    for (int i = 0; i < channels; i++) {
      graph.append(";[s%d]pan=mono|c0=c%d[m%d]".formatted(i, i, i));
    }
    words.add(graph.toString());
    for (int i = 0; i < channels; i++) {
      words.addAll(List.of("-map", "[m%d]".formatted(i)));
    }
    words.addAll(List.of("-c:a", codec, file.toString()));
    FfmpegProgram.run(words);
    return file;
  }

  /** What of the sound of {@code channel} is in {@code heard}: its gain. */
  static double gain(float[] heard, int channel, boolean bass) {
    int length = bass ? BASS_SAMPLES : Sweep.SAMPLES;
    double match = 0;
    double whole = 0;
    for (int n = 0; n < length && start(channel) + n < heard.length; n++) {
      double sample = bass ? bass(n) : Sweep.at(n, RATE);
      match += heard[start(channel) + n] * sample;
      whole += LEVEL * sample * sample;
    }
    return match / whole;
  }

  private static String raw(Path file, int channels, int bass) throws IOException {
    int samples = start(channels) + DISTANCE;
    ByteBuffer bytes =
        ByteBuffer.allocate(samples * channels * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples; i++) {
      for (int channel = 0; channel < channels; channel++) {
        int n = i - start(channel);
        double value = 0;
        if (channel == bass) {
          value = n >= 0 && n < BASS_SAMPLES ? bass(n) : 0;
        } else {
          value = n >= 0 && n < Sweep.SAMPLES ? Sweep.at(n, RATE) : 0;
        }
        bytes.putFloat((float) (LEVEL * value));
      }
    }
    Path raw = file.resolveSibling(file.getFileName() + ".raw");
    return Files.write(raw, bytes.array()).toString();
  }

  /** Sixty hertz, faded in and out. */
  private static double bass(int n) {
    double fade = Math.sin(Math.PI * n / BASS_SAMPLES);
    return fade * fade * Math.sin(2 * Math.PI * 60 * n / RATE);
  }
}
