package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * In {@code stsd}; a video codec and its coded size (ISO/IEC 14496-12 clause 12.1.3).
 *
 * @param type the codec, one of {@link #TYPES}
 * @param width coded width in pixels, up to 65535
 * @param height coded height in pixels, up to 65535
 * @param compressorName at most 31 letters, may be empty
 * @param children the codec's configuration first, then {@code colr}, {@code pasp}, {@code btrt}
 */
public record VisualSampleEntry(
    FourCc type, int width, int height, String compressorName, List<Box> children)
    implements SampleEntry {
  /** AVC with all parameter sets in the sample entry, ISO/IEC 14496-15 clause 5.4.2. */
  public static final FourCc AVC = FourCc.of("avc1");

  /** HEVC with all parameter sets in the sample entry, ISO/IEC 14496-15 clause 8.4.1. */
  public static final FourCc HEVC = FourCc.of("hvc1");

  /** AV1, AV1-ISOBMFF 2.2. */
  public static final FourCc AV1 = FourCc.of("av01");

  /** Every type that is read as a video sample entry. */
  public static final Set<FourCc> TYPES = Set.of(AVC, HEVC, AV1);

  private static final int RESERVED_BYTES = 6;
  private static final int PREDEFINED_BYTES = 16;
  private static final int NAME_BYTES = 31;
  private static final int DPI_72 = 0x0048_0000;
  private static final int DEPTH_24 = 0x18;

  /** Copies the list; refuses a size or a name that the fields cannot hold. */
  public VisualSampleEntry {
    children = List.copyOf(children);
    if (width < 0 || width > 0xffff || height < 0 || height > 0xffff) {
      throw new IllegalArgumentException("picture size out of range: " + width + "x" + height);
    }
    if (compressorName.length() > NAME_BYTES) {
      throw new IllegalArgumentException("compressor name too long: " + compressorName);
    }
  }

  /**
   * The sample entry of a codec, its boxes in the order that ISO/IEC 14496-12 clause 12.1.3 shows.
   *
   * @param configuration one of the codec configuration boxes, which decides the type
   * @param hdr {@code mdcv} and {@code clli}, or nothing
   */
  public static VisualSampleEntry of(
      int width,
      int height,
      Box configuration,
      ColourInformationBox colour,
      List<Box> hdr,
      BitRateBox bitRate) {
    List<Box> children = new ArrayList<>(List.of(configuration, colour));
    children.addAll(hdr);
    children.addAll(List.of(PixelAspectRatioBox.SQUARE, bitRate));
    // The name that AV1-ISOBMFF 2.2.4 recommends; the others have none.
    String name = configuration instanceof Av1ConfigurationBox ? "AOM Coding" : "";
    return new VisualSampleEntry(typeFor(configuration), width, height, name, children);
  }

  private static FourCc typeFor(Box configuration) {
    if (configuration instanceof HevcConfigurationBox) {
      return HEVC;
    }
    return configuration instanceof Av1ConfigurationBox ? AV1 : AVC;
  }

  /** An AVC sample entry in the order of boxes that ISO/IEC 14496-12 clause 12.1.3 shows. */
  public static VisualSampleEntry avc(
      int width,
      int height,
      AvcConfigurationBox configuration,
      ColourInformationBox colour,
      PixelAspectRatioBox pixelAspectRatio,
      BitRateBox bitRate) {
    return new VisualSampleEntry(
        AVC, width, height, "", List.of(configuration, colour, pixelAspectRatio, bitRate));
  }

  static VisualSampleEntry read(BoxReader in) {
    in.skip(RESERVED_BYTES + Short.BYTES + PREDEFINED_BYTES);
    int width = in.u16();
    int height = in.u16();
    in.skip(2 * Integer.BYTES + Integer.BYTES + Short.BYTES);
    String name = name(in);
    in.skip(2 * Short.BYTES);
    return new VisualSampleEntry(in.type(), width, height, name, in.boxes());
  }

  @Override
  public void write(BoxWriter out) {
    out.zeros(RESERVED_BYTES)
        .u16(1) // data_reference_index
        .zeros(PREDEFINED_BYTES)
        .u16(width)
        .u16(height)
        .u32(DPI_72)
        .u32(DPI_72)
        .zeros(Integer.BYTES)
        .u16(1) // frame_count
        .u8(compressorName.length());
    compressorName.chars().forEach(out::u8);
    out.zeros(NAME_BYTES - compressorName.length()).u16(DEPTH_24).u16(-1).boxes(children);
  }

  /** A length byte and 31 bytes of Latin letters. */
  private static String name(BoxReader in) {
    int length = Math.min(in.u8(), NAME_BYTES);
    StringBuilder name = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      name.append((char) in.u8());
    }
    in.skip(NAME_BYTES - length);
    return name.toString();
  }
}
