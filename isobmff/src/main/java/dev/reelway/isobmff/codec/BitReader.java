package dev.reelway.isobmff.codec;

/** Reads bits most significant first, as ISO/IEC 14496-3 and 14496-10 write them. */
final class BitReader {
  private static final int MAX_GOLOMB_ZEROS = 31;

  private final byte[] data;
  private final String name;
  private int position;

  /** The {@code name} appears in errors. */
  BitReader(byte[] data, String name) {
    this.data = data;
    this.name = name;
  }

  /** Reads {@code count} bits, 0 to 31. */
  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  /** Reads an unsigned Exp-Golomb number, ISO/IEC 14496-10 clause 9.1. */
  long unsignedGolomb() {
    int zeros = 0;
    while (bit() == 0) {
      if (++zeros > MAX_GOLOMB_ZEROS) {
        throw new BitstreamException(name + " has an Exp-Golomb number beyond 32 bits");
      }
    }
    return (1L << zeros) - 1 + bits(zeros);
  }

  private int bit() {
    if (position >= data.length * 8) {
      throw new BitstreamException(name + " ends after " + data.length + " bytes");
    }
    int value = data[position >> 3] >> (7 - (position & 7)) & 1;
    position++;
    return value;
  }
}
