package dev.reelway.isobmff.box;

import dev.reelway.isobmff.codec.OpusHead;

/**
 * In {@code Opus}; the Opus header with its numbers turned to big-endian (Encapsulation of Opus in
 * ISO Base Media File Format, clause 4.3.2).
 *
 * @param head what the decoder must know
 */
public record OpusSpecificBox(OpusHead head) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("dOps");

  static OpusSpecificBox read(BoxReader in) {
    int version = in.u8();
    if (version != 0) {
      throw in.fault("version " + version + " is not supported");
    }
    int channels = in.u8();
    int preSkip = in.u16();
    long inputSampleRate = in.u32();
    int outputGain = (short) in.u16();
    int family = in.u8();
    return new OpusSpecificBox(
        new OpusHead(
            channels,
            preSkip,
            inputSampleRate,
            outputGain,
            family,
            in.bytes(in.count(family == 0 ? 0 : 2L + channels, 1))));
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u8(0)
        .u8(head.channels())
        .u16(head.preSkip())
        .u32(head.inputSampleRate())
        .u16(head.outputGain() & 0xffff)
        .u8(head.mappingFamily())
        .bytes(head.mapping());
  }
}
