package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.AvcSampleFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In {@code avc1}; parameter sets and profile (ISO/IEC 14496-15 clause 5.3.3.1).
 *
 * @param configuration what a decoder must know before the first picture
 */
public record AvcConfigurationBox(AvcDecoderConfiguration configuration) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("avcC");

  private static final int VERSION = 1;
  private static final int LENGTH_RESERVED = 0xfc;
  private static final int COUNT_RESERVED = 0xe0;
  private static final int CHROMA_RESERVED = 0xfc;
  private static final int DEPTH_RESERVED = 0xf8;
  private static final int SAMPLE_FORMAT_BYTES = 4;

  static AvcConfigurationBox read(BoxReader in) {
    int version = in.u8();
    if (version != VERSION) {
      throw in.fault("version " + version + " is not supported");
    }
    int profile = in.u8();
    int compatibility = in.u8();
    int level = in.u8();
    int lengthBytes = (in.u8() & 3) + 1;
    List<Bytes> sequenceSets = units(in, in.u8() & 0x1f);
    List<Bytes> pictureSets = units(in, in.u8());
    return new AvcConfigurationBox(
        new AvcDecoderConfiguration(
            profile,
            compatibility,
            level,
            lengthBytes,
            sequenceSets,
            pictureSets,
            sampleFormat(in, profile)));
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u8(VERSION)
        .u8(configuration.profile())
        .u8(configuration.compatibility())
        .u8(configuration.level())
        .u8(LENGTH_RESERVED | (configuration.lengthBytes() - 1))
        .u8(COUNT_RESERVED | configuration.sequenceParameterSets().size());
    writeUnits(out, configuration.sequenceParameterSets());
    out.u8(configuration.pictureParameterSets().size());
    writeUnits(out, configuration.pictureParameterSets());
    configuration.sampleFormat().ifPresent(format -> writeSampleFormat(out, format));
  }

  private static List<Bytes> units(BoxReader in, int count) {
    List<Bytes> units = new ArrayList<>(in.count(count, Short.BYTES));
    for (int i = 0; i < count; i++) {
      units.add(in.bytes(in.u16()));
    }
    return units;
  }

  private static void writeUnits(BoxWriter out, List<Bytes> units) {
    units.forEach(unit -> out.u16(unit.size()).bytes(unit));
  }

  /** Some writers leave the fields out even for High profile. */
  private static Optional<AvcSampleFormat> sampleFormat(BoxReader in, int profile) {
    if (!AvcSampleFormat.isInConfigurationOf(profile) || in.remaining() < SAMPLE_FORMAT_BYTES) {
      return Optional.empty();
    }
    int chromaFormat = in.u8() & 3;
    int luma = 8 + (in.u8() & 7);
    int chroma = 8 + (in.u8() & 7);
    return Optional.of(new AvcSampleFormat(chromaFormat, luma, chroma, units(in, in.u8())));
  }

  private static void writeSampleFormat(BoxWriter out, AvcSampleFormat format) {
    out.u8(CHROMA_RESERVED | format.chromaFormat())
        .u8(DEPTH_RESERVED | (format.bitDepthLuma() - 8))
        .u8(DEPTH_RESERVED | (format.bitDepthChroma() - 8))
        .u8(format.sequenceParameterSetExtensions().size());
    writeUnits(out, format.sequenceParameterSetExtensions());
  }
}
