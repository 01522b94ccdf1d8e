package dev.reelway.isobmff.box;

import dev.reelway.isobmff.codec.DolbyFrame;

/**
 * In {@code ac-3}; what an AC-3 decoder must know (ETSI TS 102 366 clause F.4).
 *
 * @param frame the head that all frames share
 */
public record Ac3SpecificBox(DolbyFrame frame) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("dac3");

  static Ac3SpecificBox read(BoxReader in) {
    int bits = in.u24();
    return new Ac3SpecificBox(
        new DolbyFrame(
            false,
            bits >> 22 & 3,
            bits >> 17 & 31,
            bits >> 14 & 7,
            bits >> 11 & 7,
            (bits >> 10 & 1) == 1,
            bits >> 5 & 31));
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u24(
        frame.rateCode() << 22
            | frame.streamId() << 17
            | frame.mode() << 14
            | frame.channelMode() << 11
            | (frame.bass() ? 1 : 0) << 10
            | frame.bitRateCode() << 5);
  }
}
