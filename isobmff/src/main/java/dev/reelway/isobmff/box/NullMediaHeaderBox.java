package dev.reelway.isobmff.box;

/** In {@code minf} of a text track (ISO/IEC 14496-12 clause 8.4.5.2). */
public record NullMediaHeaderBox() implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("nmhd");

  static NullMediaHeaderBox read(BoxReader in) {
    in.version(0);
    in.skip(3);
    return new NullMediaHeaderBox();
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0);
  }
}
