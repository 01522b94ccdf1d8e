package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** AVC, ITU-T H.264 table 7-1 and clause 7.3.3. */
public final class AvcPictures implements PictureReader {
  private static final int TYPE_MASK = 0x1f;
  private static final int IDR = 5;
  private static final int SEQUENCE_SET = 7;
  private static final int PICTURE_SET = 8;

  private final int lengthBytes;

  /** Each unit is behind a length of {@code lengthBytes}. */
  public AvcPictures(int lengthBytes) {
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
          int type = data[start] & TYPE_MASK;
          if (type == SEQUENCE_SET || type == PICTURE_SET) {
            sets.add(Arrays.copyOfRange(data, start, end));
          } else if (type >= 1 && type <= IDR) {
            slices.add(type);
            if (type == 1 || type == IDR) {
              pictureSets.add(pictureSet(data, start, end));
            }
          }
        });
    if (slices.isEmpty()) {
      throw new BitstreamException("no picture in the sample");
    }
    boolean idr = slices.stream().allMatch(type -> type == IDR);
    return new Picture(
        idr, idr, false, idr ? "IDR" : "slice of type " + slices.get(0), sets, pictureSets);
  }

  private static int pictureSet(byte[] data, int start, int end) {
    BitInput bits = new BitInput(data, start + 1, end);
    bits.golomb(); // first_mb_in_slice
    bits.golomb(); // slice_type
    return bits.golomb();
  }
}
