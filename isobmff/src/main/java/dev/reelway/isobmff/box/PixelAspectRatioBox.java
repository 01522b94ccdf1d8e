package dev.reelway.isobmff.box;

/**
 * In a video sample entry; the shape of a pixel (ISO/IEC 14496-12 clause 12.1.4).
 *
 * @param horizontalSpacing relative width
 * @param verticalSpacing relative height
 */
public record PixelAspectRatioBox(long horizontalSpacing, long verticalSpacing) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("pasp");

  /** Square pixels. */
  public static final PixelAspectRatioBox SQUARE = new PixelAspectRatioBox(1, 1);

  static PixelAspectRatioBox read(BoxReader in) {
    return new PixelAspectRatioBox(in.u32(), in.u32());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u32(horizontalSpacing).u32(verticalSpacing);
  }
}
