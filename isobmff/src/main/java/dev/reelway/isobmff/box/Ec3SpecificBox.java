package dev.reelway.isobmff.box;

import dev.reelway.isobmff.codec.DolbyFrame;

/**
 * In {@code ec-3}; what an E-AC-3 decoder must know of a stream with one substream (ETSI TS 102 366
 * clause F.6).
 *
 * @param kilobitsPerSecond data rate
 * @param frame the head that all frames share
 */
public record Ec3SpecificBox(int kilobitsPerSecond, DolbyFrame frame) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("dec3");

  static Ec3SpecificBox read(BoxReader in) {
    int rate = in.u16();
    int bits = in.u24();
    if ((rate & 7) != 0 || (bits >> 1 & 15) != 0) {
      throw in.fault("more than one E-AC-3 substream is not supported");
    }
    return new Ec3SpecificBox(
        rate >> 3,
        new DolbyFrame(
            true,
            bits >> 22 & 3,
            bits >> 17 & 31,
            bits >> 12 & 7,
            bits >> 9 & 7,
            (bits >> 8 & 1) == 1,
            0));
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u16(kilobitsPerSecond << 3) // num_ind_sub is one less than their number
        .u24(
            frame.rateCode() << 22
                | frame.streamId() << 17
                | frame.mode() << 12
                | frame.channelMode() << 9
                | (frame.bass() ? 1 : 0) << 8);
  }
}
