package dev.reelway.isobmff.box;

/** In {@code minf} of a subtitle track (ISO/IEC 14496-12 clause 12.6.2). */
public record SubtitleMediaHeaderBox() implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("sthd");

  static SubtitleMediaHeaderBox read(BoxReader in) {
    in.version(0);
    in.skip(3);
    return new SubtitleMediaHeaderBox();
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
