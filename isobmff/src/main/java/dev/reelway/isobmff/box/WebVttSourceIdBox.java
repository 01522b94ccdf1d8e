package dev.reelway.isobmff.box;

/**
 * In {@code vttc}; samples that show one cue have the same number in it (ISO/IEC 14496-30 clause
 * 5.5.4).
 *
 * @param sourceId the cue's number, not negative
 */
public record WebVttSourceIdBox(int sourceId) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("vsid");

  static WebVttSourceIdBox read(BoxReader in) {
    return new WebVttSourceIdBox(in.i32());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.u32(sourceId);
  }
}
