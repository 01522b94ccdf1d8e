package dev.reelway.isobmff.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The AVC byte stream format (ISO/IEC 14496-10 Annex B), in which an encoder gives its packets:
 *
 * <pre>
 *   00 00 00 01 | unit | 00 00 01 | unit | …      becomes      length32 | unit | length32 | unit | …
 * </pre>
 */
public final class AnnexB {
  private static final int LENGTH_BYTES = 4;
  private static final int START_CODE_BYTES = 3;

  private AnnexB() {}

  /**
   * Turns one access unit into the bytes of a sample: every unit behind a 4-byte length, without
   * parameter sets, delimiters, filler and x264's settings message.
   *
   * @throws BitstreamException if there is no start code
   */
  public static byte[] toLengthPrefixed(byte[] accessUnit) {
    List<NalUnit> kept = new ArrayList<>();
    int sizeBytes = 0;
    for (NalUnit unit : split(accessUnit)) {
      if (unit.belongsInSample()) {
        kept.add(unit);
        sizeBytes += LENGTH_BYTES + unit.size();
      }
    }
    byte[] sample = new byte[sizeBytes];
    int position = 0;
    for (NalUnit unit : kept) {
      putLength(sample, position, unit.size());
      System.arraycopy(accessUnit, unit.offset(), sample, position + LENGTH_BYTES, unit.size());
      position += LENGTH_BYTES + unit.size();
    }
    return sample;
  }

  /**
   * Returns the type of the first unit that carries picture data; {@code IDR_SLICE} means that
   * decoding can start here. Empty when the bytes hold no picture.
   *
   * @throws BitstreamException if there is no start code
   */
  public static Optional<NalUnitType> firstVcl(byte[] accessUnit) {
    return split(accessUnit).stream().map(NalUnit::type).filter(NalUnitType::isVcl).findFirst();
  }

  /** Finds all units in order; zero bytes that pad a unit's end are not part of it. */
  static List<NalUnit> split(byte[] data) {
    List<NalUnit> units = new ArrayList<>();
    int start = nextStartCode(data, 0);
    if (start == data.length) {
      throw new BitstreamException("no AVC start code in " + data.length + " bytes");
    }
    while (start < data.length) {
      int offset = start + START_CODE_BYTES;
      int next = nextStartCode(data, offset);
      int end = next;
      while (end > offset && data[end - 1] == 0) {
        end--;
      }
      if (end > offset) {
        units.add(new NalUnit(data, offset, end - offset));
      }
      start = next;
    }
    return units;
  }

  /** Returns the index of the next 00 00 01, or the length of {@code data}. */
  private static int nextStartCode(byte[] data, int from) {
    int i = from;
    while (i + 2 < data.length) {
      byte third = data[i + 2];
      if (third == 1 && data[i] == 0 && data[i + 1] == 0) {
        return i;
      }
      i += third == 0 ? 1 : START_CODE_BYTES; // no start code covers another value
    }
    return data.length;
  }

  private static void putLength(byte[] target, int position, int value) {
    target[position] = (byte) (value >>> 24);
    target[position + 1] = (byte) (value >>> 16);
    target[position + 2] = (byte) (value >>> 8);
    target[position + 3] = (byte) value;
  }
}
