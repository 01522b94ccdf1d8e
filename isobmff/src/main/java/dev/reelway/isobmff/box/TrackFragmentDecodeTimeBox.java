package dev.reelway.isobmff.box;

/**
 * In {@code traf}; the decode time of the fragment's first sample (ISO/IEC 14496-12 clause 8.8.12).
 * Always written with 64 bits.
 *
 * @param baseDecodeTimeTicks in the track's timescale
 */
public record TrackFragmentDecodeTimeBox(long baseDecodeTimeTicks) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("tfdt");

  static TrackFragmentDecodeTimeBox read(BoxReader in) {
    int version = in.version(1);
    in.u24();
    return new TrackFragmentDecodeTimeBox(in.time(version));
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(1, 0).u64(baseDecodeTimeTicks);
  }
}
