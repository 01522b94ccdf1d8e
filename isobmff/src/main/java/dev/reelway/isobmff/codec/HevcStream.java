package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * HEVC byte streams (ITU-T H.265 Annex B) and the samples of {@code hvc1} tracks that are made of
 * them.
 */
public final class HevcStream {
  private static final int LENGTH_BYTES = 4;

  private HevcStream() {}

  /**
   * Turns one access unit into the bytes of a sample: every unit behind a 4-byte length, without
   * parameter sets, delimiters and filler. An IDR picture gets the {@code messages} in front, so
   * that players which look only into the samples see them, too.
   *
   * @param messages whole units, from {@link HevcDecoderConfiguration#messages}
   * @throws BitstreamException if there is no start code
   */
  public static byte[] toSample(byte[] accessUnit, List<Bytes> messages) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream(accessUnit.length + 64);
    if (isIdr(accessUnit)) {
      messages.forEach(message -> put(sample, message.toArray(), 0, message.size()));
    }
    for (NalUnit unit : AnnexB.split(accessUnit)) {
      if (HevcUnitType.belongsInSample(unit.hevcType())) {
        put(sample, accessUnit, unit.offset(), unit.size());
      }
    }
    return sample.toByteArray();
  }

  /**
   * Whether decoding can start at this access unit.
   *
   * @throws BitstreamException if there is no start code
   */
  public static boolean isIdr(byte[] accessUnit) {
    return AnnexB.split(accessUnit).stream()
        .map(NalUnit::hevcType)
        .filter(HevcUnitType::isVcl)
        .findFirst()
        .filter(HevcUnitType::isIdr)
        .isPresent();
  }

  /**
   * Whether decoding can start at this sample, and nothing is in front of the picture that belongs
   * into the sample entry.
   *
   * @param sample units behind 4-byte lengths
   */
  public static boolean startsWithIdr(byte[] sample) {
    int position = 0;
    while (position + LENGTH_BYTES < sample.length) {
      int type = HevcUnitType.of(sample[position + LENGTH_BYTES]);
      if (HevcUnitType.isVcl(type)) {
        return HevcUnitType.isIdr(type);
      }
      if (!HevcUnitType.belongsInSample(type)) {
        return false;
      }
      long length = LengthPrefixed.length(sample, position);
      if (length > sample.length) {
        return false;
      }
      position += LENGTH_BYTES + (int) length;
    }
    return false;
  }

  private static void put(ByteArrayOutputStream sample, byte[] data, int offset, int size) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      sample.write(size >>> shift);
    }
    sample.write(data, offset, size);
  }
}
