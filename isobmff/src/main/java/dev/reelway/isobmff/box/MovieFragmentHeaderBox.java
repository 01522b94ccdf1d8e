package dev.reelway.isobmff.box;

/**
 * In {@code moof}; the number of a fragment (ISO/IEC 14496-12 clause 8.8.5).
 *
 * @param sequenceNumber rises from fragment to fragment
 */
public record MovieFragmentHeaderBox(long sequenceNumber) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("mfhd");

  static MovieFragmentHeaderBox read(BoxReader in) {
    in.version(0);
    in.u24();
    return new MovieFragmentHeaderBox(in.u32());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).u32(sequenceNumber);
  }
}
