package dev.reelway.isobmff.box;

/**
 * In {@code minf} of a video track; how pictures are composed (ISO/IEC 14496-12 clause 12.1.2). Has
 * no choices in CMAF: copy mode and no colour.
 */
public record VideoMediaHeaderBox() implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("vmhd");

  private static final int FLAGS = 1;
  private static final int FIELD_BYTES = 8;

  static VideoMediaHeaderBox read(BoxReader in) {
    in.version(0);
    in.skip(3 + FIELD_BYTES);
    return new VideoMediaHeaderBox();
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, FLAGS).zeros(FIELD_BYTES);
  }
}
