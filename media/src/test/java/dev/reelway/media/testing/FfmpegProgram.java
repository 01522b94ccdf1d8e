package dev.reelway.media.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/**
 * The {@code ffmpeg} program of the natives: a reader of masters and of our own output that shares
 * no code with the engine's Java side.
 */
public final class FfmpegProgram {

  private static final Path PROGRAM = Path.of(Loader.load(ffmpeg.class));
  private static final Path PROBE = Path.of(Loader.load(ffprobe.class));

  /**
   * One decoded picture.
   *
   * @param ticks presentation time in the stream's time base
   * @param hash of its samples
   */
  public record Picture(long ticks, String hash) {}

  private FfmpegProgram() {}

  /** All pictures of the first video stream, decoded from the first to the last byte. */
  public static List<Picture> pictures(Path file, String filter) {
    List<String> words = new ArrayList<>(List.of("-copyts", "-i", file.toString()));
    words.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
    words.addAll(List.of("-enc_time_base", "demux", "-filter_threads", "1"));
    words.addAll(List.of("-vf", filter, "-f", "framemd5", "-"));
    return new String(run(words), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(",\\s*"))
        .map(fields -> new Picture(Long.parseLong(fields[2]), fields[5]))
        .toList();
  }

  /** Mean brightness of each picture of the first video stream, 0 to 255, as they are shown. */
  public static List<Integer> brightness(Path file) {
    List<String> words = new ArrayList<>(List.of("-i", file.toString(), "-map", "0:v:0"));
    words.addAll(List.of("-fps_mode", "passthrough", "-vf", "scale=1:1:flags=area,format=gray"));
    words.addAll(List.of("-f", "rawvideo", "-"));
    List<Integer> values = new ArrayList<>();
    for (byte value : run(words)) {
      values.add(value & 0xff);
    }
    return values;
  }

  /** The first channel of the first sound stream as samples from -1 to 1, edit lists obeyed. */
  public static float[] sound(Path file) {
    List<String> words = new ArrayList<>(List.of("-i", file.toString(), "-map", "0:a:0"));
    words.addAll(List.of("-af", "pan=mono|c0=c0", "-c:a", "pcm_f32le", "-f", "f32le", "-"));
    FloatBuffer samples =
        ByteBuffer.wrap(run(words)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[samples.remaining()];
    samples.get(values);
    return values;
  }

  /**
   * All channels of the first sound stream as samples from -1 to 1, one array each, from time 0 on:
   * what an edit list puts before 0 is cut.
   */
  public static float[][] channels(Path file, int count) {
    List<String> words =
        new ArrayList<>(List.of("-copyts", "-i", file.toString(), "-map", "0:a:0"));
    words.addAll(List.of("-af", "atrim=start=0", "-c:a", "pcm_f32le", "-f", "f32le", "-"));
    FloatBuffer samples =
        ByteBuffer.wrap(run(words)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[][] channels = new float[count][samples.remaining() / count];
    for (int i = 0; i < channels[0].length; i++) {
      for (float[] channel : channels) {
        channel[i] = samples.get();
      }
    }
    return channels;
  }

  /** What {@code ffprobe} says about a file, one line per section; nested names are left out. */
  public static List<String> probe(Path file, String... arguments) {
    List<String> words = new ArrayList<>(List.of(PROBE.toString(), "-v", "error"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("-of", "compact", file.toString()));
    return new String(output(words), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.replaceAll("side_dat(um|a)/\\w+:", ""))
        .toList();
  }

  /** Standard output of a run with these words. */
  public static byte[] run(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(PROGRAM.toString(), "-hide_banner", "-nostdin"));
    words.addAll(List.of("-loglevel", "fatal", "-y"));
    words.addAll(arguments);
    return output(words);
  }

  private static byte[] output(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("LD_LIBRARY_PATH", PROGRAM.getParent().toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() == 127) {
        throw new IllegalStateException(
            "The ffmpeg program of the natives does not start. It needs libpulse.so.0:"
                + " apt-get install libpulse0");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException("failed: " + String.join(" ", words));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
