package dev.reelway.isobmff.codec;

/**
 * The head of an AC-3 or E-AC-3 frame (ETSI TS 102 366 clauses 4.3 and E.1.2): what a decoder
 * configuration repeats of it.
 *
 * @param enhanced whether it is E-AC-3
 * @param rateCode fscod: 0 is 48 kHz, 1 44.1 kHz, 2 32 kHz
 * @param streamId bsid: up to 8 AC-3, 16 E-AC-3
 * @param mode bsmod: 0 is the complete main sound
 * @param channelMode acmod: 1 mono, 2 stereo, 7 three front and two back channels
 * @param bass whether there is a low-frequency channel
 * @param bitRateCode of AC-3, half its frmsizecod; 0 for E-AC-3
 */
public record DolbyFrame(
    boolean enhanced,
    int rateCode,
    int streamId,
    int mode,
    int channelMode,
    boolean bass,
    int bitRateCode) {

  private static final int SYNC_WORD = 0x0b77;
  private static final int MOST_AC3 = 10;
  private static final int[] FULL_BAND_CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};
  private static final int[] SAMPLE_RATES = {48_000, 44_100, 32_000};

  /**
   * Reads the head of a frame.
   *
   * @throws BitstreamException if it is none, or of a kind that is not written here
   */
  public static DolbyFrame parse(byte[] frame) {
    BitReader bits = new BitReader(frame, "Dolby frame");
    if (bits.bits(16) != SYNC_WORD || frame.length < 6) {
      throw new BitstreamException("Dolby frame without sync word");
    }
    boolean enhanced = (frame[5] & 0xff) >> 3 > MOST_AC3;
    DolbyFrame parsed = enhanced ? enhanced(bits) : plain(bits);
    if (parsed.rateCode >= SAMPLE_RATES.length) {
      throw new BitstreamException("Dolby frame at half a sample rate");
    }
    return parsed;
  }

  private static DolbyFrame plain(BitReader bits) {
    bits.bits(16); // crc1
    int rateCode = bits.bits(2);
    int sizeCode = bits.bits(6);
    int streamId = bits.bits(5);
    int mode = bits.bits(3);
    int channelMode = bits.bits(3);
    if ((channelMode & 1) != 0 && channelMode != 1) {
      bits.bits(2); // cmixlev
    }
    if ((channelMode & 4) != 0) {
      bits.bits(2); // surmixlev
    }
    if (channelMode == 2) {
      bits.bits(2); // dsurmod
    }
    boolean bass = bits.bits(1) == 1;
    return new DolbyFrame(false, rateCode, streamId, mode, channelMode, bass, sizeCode >> 1);
  }

  private static DolbyFrame enhanced(BitReader bits) {
    if (bits.bits(2) != 0 || bits.bits(3) != 0) {
      throw new BitstreamException("E-AC-3 with more than one substream");
    }
    bits.bits(11); // frmsiz
    int rateCode = bits.bits(2);
    bits.bits(2); // numblkscod
    int channelMode = bits.bits(3);
    boolean bass = bits.bits(1) == 1;
    return new DolbyFrame(true, rateCode, bits.bits(5), 0, channelMode, bass, 0);
  }

  /** Number of channels, the low-frequency one included. */
  public int channels() {
    return FULL_BAND_CHANNELS[channelMode] + (bass ? 1 : 0);
  }

  /** Samples per second. */
  public int sampleRate() {
    return SAMPLE_RATES[rateCode];
  }
}
