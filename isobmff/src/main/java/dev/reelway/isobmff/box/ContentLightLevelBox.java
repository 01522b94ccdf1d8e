package dev.reelway.isobmff.box;

/**
 * In a video sample entry; how bright HDR pictures become (ISO/IEC 14496-12 clause 12.1.6).
 *
 * @param maxContentLight MaxCLL in cd/m², 0 if unknown
 * @param maxFrameAverage MaxFALL in cd/m², 0 if unknown
 */
public record ContentLightLevelBox(int maxContentLight, int maxFrameAverage) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("clli");

  static ContentLightLevelBox read(BoxReader in) {
    return new ContentLightLevelBox(in.u16(), in.u16());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u16(maxContentLight).u16(maxFrameAverage);
  }
}
