package dev.reelway.isobmff.box;

import dev.reelway.isobmff.codec.Av1DecoderConfiguration;
import dev.reelway.isobmff.codec.Av1SampleFormat;

/**
 * In {@code av01}; sequence header and profile (AV1-ISOBMFF 2.3).
 *
 * @param configuration what a decoder must know before the first picture
 */
public record Av1ConfigurationBox(Av1DecoderConfiguration configuration) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("av1C");

  private static final int MARKER_AND_VERSION = 0x81;

  static Av1ConfigurationBox read(BoxReader in) {
    int first = in.u8();
    if (first != MARKER_AND_VERSION) {
      throw in.fault("version " + (first & 0x7f) + " is not supported");
    }
    int profileAndLevel = in.u8();
    int flags = in.u8();
    in.skip(1); // initial_presentation_delay
    int depth = (flags & 0x40) == 0 ? 8 : (flags & 0x20) == 0 ? 10 : 12;
    Av1SampleFormat format =
        new Av1SampleFormat(depth, (flags & 0x10) != 0, flags >> 3 & 1, flags >> 2 & 1, flags & 3);
    return new Av1ConfigurationBox(
        new Av1DecoderConfiguration(
            profileAndLevel >> 5,
            profileAndLevel & 0x1f,
            (flags & 0x80) != 0,
            format,
            in.bytes(in.remaining())));
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    Av1SampleFormat format = configuration.format();
    int depth = format.bitDepth() == 8 ? 0 : format.bitDepth() == 10 ? 0x40 : 0x60;
    out.u8(MARKER_AND_VERSION)
        .u8(configuration.profile() << 5 | configuration.level())
        .u8(
            (configuration.highTier() ? 0x80 : 0)
                | depth
                | (format.monochrome() ? 0x10 : 0)
                | format.subsamplingX() << 3
                | format.subsamplingY() << 2
                | format.chromaPosition())
        .u8(0) // initial_presentation_delay_present
        .bytes(configuration.units());
  }
}
