package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;

/** Bits, most significant first; for AVC and HEVC without the bytes that prevent start codes. */
final class BitInput {
  private static final int MAX_GOLOMB_ZEROS = 31;

  private final byte[] data;
  private final int end;
  private int position;
  private int zeros;
  private int bit;

  /** Reads a part of a unit. */
  BitInput(byte[] data, int from, int to) {
    this.data = data;
    this.position = from;
    this.end = to;
  }

  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | next();
    }
    return value;
  }

  void skip(int count) {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  boolean flag() {
    return next() == 1;
  }

  /** An unsigned Exp-Golomb number, ITU-T H.264 clause 9.1. */
  int golomb() {
    int leading = 0;
    while (next() == 0) {
      if (++leading > MAX_GOLOMB_ZEROS) {
        throw new BitstreamException("a number beyond 32 bits");
      }
    }
    long value = (1L << leading) - 1 + (bits(leading) & 0xffff_ffffL);
    if (value > Integer.MAX_VALUE) {
      throw new BitstreamException("a number beyond 31 bits");
    }
    return (int) value;
  }

  /** A signed Exp-Golomb number, clause 9.1.1. */
  int signedGolomb() {
    int code = golomb();
    return (code & 1) == 0 ? -(code >> 1) : (code >> 1) + 1;
  }

  private int next() {
    if (bit == 0 && zeros >= 2 && position < end && data[position] == 3) {
      position++; // emulation_prevention_three_byte
      zeros = 0;
    }
    if (position >= end) {
      throw new BitstreamException("a unit ends inside its head");
    }
    int value = data[position] >> (7 - bit) & 1;
    if (++bit == 8) {
      bit = 0;
      zeros = data[position] == 0 ? zeros + 1 : 0;
      position++;
    }
    return value;
  }
}
