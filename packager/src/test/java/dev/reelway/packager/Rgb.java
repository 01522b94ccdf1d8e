package dev.reelway.packager;

import dev.reelway.media.testing.FfmpegProgram;
import java.nio.file.Path;
import java.util.List;

/**
 * One picture as the foreign reader shows it.
 *
 * @param samples red, green and blue of each pixel
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rgb(byte[] samples) {

  /** Picture {@code index} of a file, brought to a size. */
  static Rgb ofFrame(Path file, long index, int width, int height) {
    return read(file, "select=eq(n\\,%d),scale=%d:%d:flags=area".formatted(index, width, height));
  }

  /** A part of a still picture. */
  static Rgb ofPart(Path file, int x, int y, int width, int height) {
    return read(file, "crop=%d:%d:%d:%d".formatted(width, height, x, y));
  }

  private static Rgb read(Path file, String filter) {
    return new Rgb(
        FfmpegProgram.run(
            List.of(
                "-i",
                file.toString(),
                "-vf",
                filter + ",format=rgb24",
                "-frames:v",
                "1",
                "-f",
                "rawvideo",
                "-")));
  }

  /** Peak signal-to-noise ratio against {@code other} in dB. */
  double psnr(Rgb other) {
    double sum = 0;
    for (int i = 0; i < samples.length; i++) {
      double difference = (samples[i] & 0xff) - (other.samples[i] & 0xff);
      sum += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255 * samples.length / Math.max(sum, 1));
  }

  /** Mean of one colour: 0 is red, 1 green, 2 blue. */
  double mean(int colour) {
    double sum = 0;
    for (int i = colour; i < samples.length; i += 3) {
      sum += samples[i] & 0xff;
    }
    return sum * 3 / samples.length;
  }
}
