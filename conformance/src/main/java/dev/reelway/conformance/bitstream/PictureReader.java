package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;

/** Reads the heads of the units of one codec's samples. */
public interface PictureReader {

  /**
   * Reads a sample.
   *
   * @param bytes in which the sample lies
   * @param from its first byte
   * @param to behind its last
   * @throws BitstreamException if the units do not fill it, or none holds a picture
   */
  Picture read(byte[] bytes, int from, int to);
}
