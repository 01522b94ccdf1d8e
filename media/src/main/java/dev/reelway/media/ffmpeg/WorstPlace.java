package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.plan.RungPlan;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Where in a picture its encoding differs most.
 *
 * @param x of the window's left side, even
 * @param y of its top, even
 */
record WorstPlace(int x, int y) {

  /** Differences are added up in squares of so many pixels. */
  private static final int SQUARE = 16;

  /**
   * The window of {@code width} by {@code height} pixels with the largest squared luma error.
   *
   * @param reference the frame that the encoder was given
   * @param decoded the same frame after encoding and decoding
   */
  static WorstPlace of(RungPlan rung, AVFrame reference, AVFrame decoded, int width, int height) {
    long[][] sums = sums(rung, reference, decoded);
    int columns = Math.max(1, width / SQUARE);
    int rows = Math.max(1, height / SQUARE);
    long worst = -1;
    WorstPlace place = new WorstPlace(0, 0);
    for (int row = 0; row * SQUARE + height <= rung.height(); row++) {
      for (int column = 0; column * SQUARE + width <= rung.width(); column++) {
        int bottom = Math.min(sums.length - 1, row + rows);
        int right = Math.min(sums[0].length - 1, column + columns);
        long error =
            sums[bottom][right] - sums[row][right] - sums[bottom][column] + sums[row][column];
        if (error > worst) {
          worst = error;
          place = new WorstPlace(column * SQUARE, row * SQUARE);
        }
      }
    }
    return place;
  }

  /** At each corner of the squares, the errors of everything above and to the left of it. */
  private static long[][] sums(RungPlan rung, AVFrame reference, AVFrame decoded) {
    int columns = (rung.width() + SQUARE - 1) / SQUARE;
    int rows = (rung.height() + SQUARE - 1) / SQUARE;
    long[][] sums = new long[rows + 1][columns + 1];
    byte[] before = new byte[rung.width() * bytes(rung)];
    byte[] after = new byte[before.length];
    for (int y = 0; y < rung.height(); y++) {
      line(reference, y, before);
      line(decoded, y, after);
      for (int x = 0; x < rung.width(); x++) {
        int difference = sample(rung, before, x) - sample(rung, after, x);
        sums[y / SQUARE + 1][x / SQUARE + 1] += (long) difference * difference;
      }
    }
    for (int row = 1; row <= rows; row++) {
      for (int column = 1; column <= columns; column++) {
        sums[row][column] +=
            sums[row - 1][column] + sums[row][column - 1] - sums[row - 1][column - 1];
      }
    }
    return sums;
  }

  private static int bytes(RungPlan rung) {
    return rung.bitDepth() > 8 ? 2 : 1;
  }

  private static void line(AVFrame frame, int y, byte[] line) {
    BytePointer luma = frame.data(0);
    luma.position((long) y * frame.linesize(0)).get(line);
  }

  private static int sample(RungPlan rung, byte[] line, int x) {
    return rung.bitDepth() > 8
        ? Byte.toUnsignedInt(line[2 * x]) | Byte.toUnsignedInt(line[2 * x + 1]) << 8
        : Byte.toUnsignedInt(line[x]);
  }
}
