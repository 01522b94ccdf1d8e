package dev.reelway.isobmff.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Samples of {@code avc1} tracks: units behind 4-byte lengths, ISO/IEC 14496-15 clause 5.3.3. */
public final class LengthPrefixed {
  private static final int LENGTH_BYTES = 4;

  private LengthPrefixed() {}

  /**
   * Lists the types of a sample's units in order, so that a verifier can see an IDR picture or a
   * parameter set that should not be there.
   *
   * @throws BitstreamException if a length runs past the sample or is zero
   */
  public static List<NalUnitType> types(byte[] sample) {
    List<NalUnitType> types = new ArrayList<>();
    int position = 0;
    while (position < sample.length) {
      long size = position + LENGTH_BYTES <= sample.length ? length(sample, position) : -1;
      if (size < 1 || size > sample.length - position - LENGTH_BYTES) {
        throw new BitstreamException("AVC unit at byte " + position + " does not fit its sample");
      }
      types.add(NalUnitType.of(sample[position + LENGTH_BYTES]));
      position += LENGTH_BYTES + (int) size;
    }
    return types;
  }

  /**
   * Returns the type of the first unit that carries picture data.
   *
   * @throws BitstreamException as {@link #types}
   */
  public static Optional<NalUnitType> firstVcl(byte[] sample) {
    return types(sample).stream().filter(NalUnitType::isVcl).findFirst();
  }

  static long length(byte[] sample, int at) {
    return (sample[at] & 0xffL) << 24
        | (sample[at + 1] & 0xff) << 16
        | (sample[at + 2] & 0xff) << 8
        | (sample[at + 3] & 0xff);
  }
}
