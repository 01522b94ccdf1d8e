package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;

/**
 * The head of an MPEG-4 audio configuration, ISO/IEC 14496-3 clause 1.6.2.1.
 *
 * @param objectType 2 is AAC-LC, 5 and 29 are HE-AAC
 * @param sampleRate samples per second of the core stream
 * @param channelConfiguration 1 to 6 are that many channels, 7 is eight; 0 is told elsewhere
 */
public record AudioSpecificConfig(int objectType, int sampleRate, int channelConfiguration) {
  /** AAC-LC, the object type of every AAC stream written here. */
  public static final int AAC_LC = 2;

  private static final int ESCAPED_TYPE = 31;
  private static final int EXPLICIT_RATE = 15;
  private static final int[] RATES = {
    96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
  };

  /**
   * Reads the first fields of the configuration bytes.
   *
   * @throws BitstreamException if the bytes end early or name a reserved rate
   */
  public static AudioSpecificConfig parse(Bytes config) {
    BitReader bits = new BitReader(config.toArray(), "AudioSpecificConfig");
    int objectType = bits.bits(5);
    if (objectType == ESCAPED_TYPE) {
      objectType = 32 + bits.bits(6);
    }
    int index = bits.bits(4);
    if (index >= RATES.length && index != EXPLICIT_RATE) {
      throw new BitstreamException("AudioSpecificConfig names reserved sample rate " + index);
    }
    int sampleRate = index == EXPLICIT_RATE ? bits.bits(24) : RATES[index];
    return new AudioSpecificConfig(objectType, sampleRate, bits.bits(4));
  }

  /** Returns the number of channels, or 0 when a program config element tells it. */
  public int channels() {
    return channelConfiguration == 7 ? 8 : channelConfiguration;
  }
}
