package dev.reelway.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * How well a picture may stand for its title: sharp ones score by their detail, those that are
 * nearly all black or white far below.
 */
final class PictureScore {

  private static final int LINES_APART = 4;

  /** In limited range, 16 is black and 235 is white. */
  private static final int DARK = 40;

  private static final double LEAST_MEAN = 45;
  private static final double MOST_MEAN = 210;
  private static final double MOST_DARK = 0.7;
  private static final double HARDLY = 1e-3;

  private PictureScore() {}

  /** The score of a picture with eight bits. */
  static double of(AVFrame picture) {
    int width = picture.width();
    byte[] line = new byte[width];
    BytePointer plane = picture.data(0);
    long sum = 0;
    long dark = 0;
    long detail = 0;
    long count = 0;
    for (int y = 0; y < picture.height(); y += LINES_APART) {
      plane.position((long) y * picture.linesize(0)).get(line);
      for (int x = 1; x < width; x++) {
        int value = line[x] & 0xff;
        sum += value;
        dark += value < DARK ? 1 : 0;
        detail += Math.abs(value - (line[x - 1] & 0xff));
      }
      count += width - 1;
    }
    double mean = (double) sum / Math.max(1, count);
    boolean visible =
        mean >= LEAST_MEAN && mean <= MOST_MEAN && dark <= MOST_DARK * Math.max(1, count);
    double sharpness = (double) detail / Math.max(1, count);
    return visible ? sharpness : sharpness * HARDLY;
  }
}
