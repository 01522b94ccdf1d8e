package dev.reelway.isobmff.box;

/**
 * In {@code minf} of an audio track; stereo balance (ISO/IEC 14496-12 clause 12.2.2). Has no
 * choices in CMAF: the balance is the centre.
 */
public record SoundMediaHeaderBox() implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("smhd");

  private static final int FIELD_BYTES = 4;

  static SoundMediaHeaderBox read(BoxReader in) {
    in.version(0);
    in.skip(3 + FIELD_BYTES);
    return new SoundMediaHeaderBox();
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).zeros(FIELD_BYTES);
  }
}
