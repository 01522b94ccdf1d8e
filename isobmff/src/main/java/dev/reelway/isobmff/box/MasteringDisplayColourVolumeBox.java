package dev.reelway.isobmff.box;

import java.util.List;

/**
 * In a video sample entry; the display on which HDR pictures were approved (ISO/IEC 14496-12 clause
 * 12.1.7, units of ITU-T H.265 clause D.3.28).
 *
 * @param primaries green, blue and red, in this order
 * @param white the white point
 * @param maxLuminance in 0.0001 cd/m²
 * @param minLuminance in 0.0001 cd/m²
 */
public record MasteringDisplayColourVolumeBox(
    List<Point> primaries, Point white, long maxLuminance, long minLuminance) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("mdcv");

  private static final int PRIMARIES = 3;

  /**
   * A chromaticity of CIE 1931.
   *
   * @param x in 0.00002
   * @param y in 0.00002
   */
  public record Point(int x, int y) {}

  /** Copies the list. */
  public MasteringDisplayColourVolumeBox {
    primaries = List.copyOf(primaries);
    if (primaries.size() != PRIMARIES) {
      throw new IllegalArgumentException(primaries.size() + " primaries instead of three");
    }
  }

  static MasteringDisplayColourVolumeBox read(BoxReader in) {
    return new MasteringDisplayColourVolumeBox(
        List.of(point(in), point(in), point(in)), point(in), in.u32(), in.u32());
  }

  private static Point point(BoxReader in) {
    return new Point(in.u16(), in.u16());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    primaries.forEach(point -> out.u16(point.x()).u16(point.y()));
    out.u16(white.x()).u16(white.y()).u32(maxLuminance).u32(minLuminance);
  }
}
