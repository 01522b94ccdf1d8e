package dev.reelway.isobmff.box;

/**
 * In a {@code wvtt} sample, alone; as long as the sample lasts nothing is shown (ISO/IEC 14496-30
 * clause 5.5.4).
 */
public record WebVttEmptyCueBox() implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("vtte");

  static WebVttEmptyCueBox read(BoxReader in) {
    in.skip(in.remaining());
    return new WebVttEmptyCueBox();
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    // Nothing to say.
  }
}
