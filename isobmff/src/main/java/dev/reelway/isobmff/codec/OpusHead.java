package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The identification header of an Opus stream (RFC 7845 clause 5.1), an encoder's extradata.
 *
 * @param channels number of output channels
 * @param preSkip samples at 48 kHz that a decoder gives before the first real one
 * @param inputSampleRate of what was encoded, for people
 * @param outputGain to apply, in dB times 256
 * @param mappingFamily 0 is mono or stereo, 1 surround in Vorbis' order
 * @param mapping stream count, coupled count and one index per channel; empty for family 0
 */
public record OpusHead(
    int channels,
    int preSkip,
    long inputSampleRate,
    int outputGain,
    int mappingFamily,
    Bytes mapping) {

  private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
  private static final int FIXED_BYTES = 19;

  /**
   * Reads the header.
   *
   * @throws BitstreamException if it is none or cut short
   */
  public static OpusHead parse(byte[] head) {
    if (head.length < FIXED_BYTES
        || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new BitstreamException("no Opus header in " + head.length + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int channels = head[9] & 0xff;
    int family = head[18] & 0xff;
    int mappingBytes = family == 0 ? 0 : 2 + channels;
    if (head.length < FIXED_BYTES + mappingBytes) {
      throw new BitstreamException("Opus header ends inside its channel mapping");
    }
    return new OpusHead(
        channels,
        in.getShort(10) & 0xffff,
        in.getInt(12) & 0xffff_ffffL,
        in.getShort(16),
        family,
        Bytes.copyOf(head, FIXED_BYTES, mappingBytes));
  }
}
