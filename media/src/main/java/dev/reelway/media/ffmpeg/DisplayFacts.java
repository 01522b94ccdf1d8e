package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import dev.reelway.contracts.master.Crop;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;

/** What a container says about how its picture is shown. */
record DisplayFacts(Crop crop, boolean mirrored, int rotationDegrees) {

  /** What rounding may make of a quarter turn. */
  private static final int SLANT_DEGREES = 5;

  static DisplayFacts of(AVCodecParameters parameters) {
    ByteBuffer crop = sideData(parameters, AV_PKT_DATA_FRAME_CROPPING, 16);
    ByteBuffer matrix = sideData(parameters, AV_PKT_DATA_DISPLAYMATRIX, 36);
    boolean mirrored = matrix != null && mirrored(matrix);
    return new DisplayFacts(
        crop == null ? Crop.NONE : crop(crop),
        mirrored,
        matrix == null ? 0 : rotation(matrix, mirrored));
  }

  private static ByteBuffer sideData(AVCodecParameters parameters, int type, int size) {
    AVPacketSideData data =
        av_packet_side_data_get(
            parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
    if (data == null || data.isNull() || data.size() < size) {
      return null;
    }
    byte[] bytes = new byte[size];
    data.data().get(bytes);
    return ByteBuffer.wrap(bytes);
  }

  /** Four little-endian numbers: top, bottom, left, right. */
  private static Crop crop(ByteBuffer data) {
    ByteBuffer numbers = data.order(ByteOrder.LITTLE_ENDIAN);
    return new Crop(numbers.getInt(8), numbers.getInt(0), numbers.getInt(12), numbers.getInt(4));
  }

  /** The matrix is [a b u c d v x y w]; it mirrors when the determinant of a b c d is negative. */
  private static boolean mirrored(ByteBuffer matrix) {
    return element(matrix, 0) * element(matrix, 4) < element(matrix, 1) * element(matrix, 3);
  }

  /**
   * Clockwise, 0 for a turn that is no quarter turn; a point (x, y) goes to (ax + cy, bx + dy), and
   * y points down.
   */
  private static int rotation(ByteBuffer matrix, boolean mirrored) {
    double sign = mirrored ? -1 : 1; // exchanging left and right first negates a and b
    double degrees =
        Math.toDegrees(Math.atan2(sign * element(matrix, 1), sign * element(matrix, 0)));
    long quarter = Math.round(degrees / 90) * 90;
    return Math.abs(degrees - quarter) > SLANT_DEGREES ? 0 : (int) Math.floorMod(quarter, 360L);
  }

  private static double element(ByteBuffer matrix, int index) {
    return matrix.order(ByteOrder.nativeOrder()).getInt(4 * index);
  }
}
