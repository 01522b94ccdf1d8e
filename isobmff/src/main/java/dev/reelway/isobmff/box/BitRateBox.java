package dev.reelway.isobmff.box;

/**
 * In a sample entry; rates of the stream (ISO/IEC 14496-12 clause 8.5.2).
 *
 * @param bufferSizeBytes decoder buffer
 * @param maxBitrate bits per second over any second
 * @param averageBitrate bits per second over the whole stream
 */
public record BitRateBox(long bufferSizeBytes, long maxBitrate, long averageBitrate)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("btrt");

  static BitRateBox read(BoxReader in) {
    return new BitRateBox(in.u32(), in.u32(), in.u32());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u32(bufferSizeBytes).u32(maxBitrate).u32(averageBitrate);
  }
}
