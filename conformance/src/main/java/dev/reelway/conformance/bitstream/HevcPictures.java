package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** HEVC, ITU-T H.265 table 7-1 and clause 7.3.6.1. */
public final class HevcPictures implements PictureReader {
  private static final int HEADER_BYTES = 2;
  private static final int LAST_PICTURE = 31;
  private static final int FIRST_RANDOM_ACCESS = 16;
  private static final int LAST_RANDOM_ACCESS = 23;
  private static final int IDR_W_RADL = 19;
  private static final int IDR_N_LP = 20;
  private static final int FIRST_SET = 32;
  private static final int LAST_SET = 34;

  private final int lengthBytes;

  /** Each unit is behind a length of {@code lengthBytes}. */
  public HevcPictures(int lengthBytes) {
    this.lengthBytes = lengthBytes;
  }

  @Override
  public Picture read(byte[] bytes, int from, int to) {
    List<Integer> slices = new ArrayList<>();
    List<byte[]> sets = new ArrayList<>();
    List<Integer> pictureSets = new ArrayList<>();
    LengthUnits.visit(
        bytes,
        from,
        to,
        lengthBytes,
        (data, start, end) -> {
          int type = data[start] >> 1 & 0x3f;
          if (type >= FIRST_SET && type <= LAST_SET) {
            sets.add(Arrays.copyOfRange(data, start, end));
          } else if (type <= LAST_PICTURE) {
            slices.add(type);
            pictureSets.add(pictureSet(type, data, start, end));
          }
        });
    if (slices.isEmpty()) {
      throw new BitstreamException("no picture in the sample");
    }
    int type = slices.get(0);
    boolean idr = type == IDR_W_RADL || type == IDR_N_LP;
    return new Picture(
        idr,
        isRandomAccess(type),
        type == IDR_W_RADL,
        idr ? "IDR" : "slice of type " + type,
        sets,
        pictureSets);
  }

  /** A sync sample by ISO/IEC 14496-15 clause 8.4.3: IDR, BLA and CRA pictures. */
  private static boolean isRandomAccess(int type) {
    return type >= FIRST_RANDOM_ACCESS && type <= LAST_RANDOM_ACCESS;
  }

  private static int pictureSet(int type, byte[] data, int start, int end) {
    BitInput bits = new BitInput(data, start + HEADER_BYTES, end);
    bits.flag(); // first_slice_segment_in_pic_flag
    if (isRandomAccess(type)) {
      bits.flag(); // no_output_of_prior_pics_flag
    }
    return bits.golomb();
  }
}
