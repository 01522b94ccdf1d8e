package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.codec.HevcDecoderConfiguration;
import dev.reelway.isobmff.codec.HevcDecoderConfiguration.UnitArray;
import dev.reelway.isobmff.codec.HevcProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * In {@code hvc1}; parameter sets and profile (ISO/IEC 14496-15 clause 8.3.3.1). Fields that say
 * nothing new to a player (frame rate, parallelism) are written as unknown.
 *
 * @param configuration what a decoder must know before the first picture
 */
public record HevcConfigurationBox(HevcDecoderConfiguration configuration) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("hvcC");

  private static final int VERSION = 1;
  private static final int SEGMENTATION_UNKNOWN = 0xf000;
  private static final int PARALLELISM_UNKNOWN = 0xfc;
  private static final int CHROMA_RESERVED = 0xfc;
  private static final int DEPTH_RESERVED = 0xf8;
  private static final int COMPLETE = 0x80;
  private static final int SMALLEST_ARRAY_BYTES = 3;

  static HevcConfigurationBox read(BoxReader in) {
    int version = in.u8();
    if (version != VERSION) {
      throw in.fault("version " + version + " is not supported");
    }
    HevcProfile profile = profile(in);
    in.skip(Short.BYTES + 1); // min_spatial_segmentation_idc, parallelismType
    int chromaFormat = in.u8() & 3;
    int luma = 8 + (in.u8() & 7);
    int chroma = 8 + (in.u8() & 7);
    in.skip(Short.BYTES); // avgFrameRate
    int flags = in.u8();
    List<UnitArray> arrays = new ArrayList<>();
    int count = in.count(in.u8(), SMALLEST_ARRAY_BYTES);
    for (int i = 0; i < count; i++) {
      arrays.add(array(in));
    }
    return new HevcConfigurationBox(
        new HevcDecoderConfiguration(
            profile,
            chromaFormat,
            luma,
            chroma,
            new HevcDecoderConfiguration.Layers(flags >> 3 & 7, (flags & 4) != 0),
            (flags & 3) + 1,
            arrays));
  }

  private static HevcProfile profile(BoxReader in) {
    int first = in.u8();
    long compatibility = in.u32();
    long constraints = (long) in.u24() << 24 | in.u24();
    return new HevcProfile(
        first >> 6, (first & 0x20) != 0, first & 0x1f, compatibility, constraints, in.u8());
  }

  private static UnitArray array(BoxReader in) {
    int head = in.u8();
    int count = in.count(in.u16(), Short.BYTES);
    List<Bytes> units = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      units.add(in.bytes(in.u16()));
    }
    return new UnitArray((head & COMPLETE) != 0, head & 0x3f, units);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    HevcProfile profile = configuration.profile();
    HevcDecoderConfiguration.Layers layers = configuration.layers();
    out.u8(VERSION)
        .u8(profile.space() << 6 | (profile.highTier() ? 0x20 : 0) | profile.profile())
        .u32(profile.compatibility())
        .u24((int) (profile.constraints() >> 24))
        .u24((int) profile.constraints())
        .u8(profile.level())
        .u16(SEGMENTATION_UNKNOWN)
        .u8(PARALLELISM_UNKNOWN)
        .u8(CHROMA_RESERVED | configuration.chromaFormat())
        .u8(DEPTH_RESERVED | (configuration.bitDepthLuma() - 8))
        .u8(DEPTH_RESERVED | (configuration.bitDepthChroma() - 8))
        .u16(0) // avgFrameRate
        .u8(layers.count() << 3 | (layers.nested() ? 4 : 0) | (configuration.lengthBytes() - 1))
        .u8(configuration.arrays().size());
    configuration.arrays().forEach(array -> write(out, array));
  }

  private static void write(BoxWriter out, UnitArray array) {
    out.u8((array.complete() ? COMPLETE : 0) | array.type()).u16(array.units().size());
    array.units().forEach(unit -> out.u16(unit.size()).bytes(unit));
  }
}
