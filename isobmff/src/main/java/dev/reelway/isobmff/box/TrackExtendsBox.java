package dev.reelway.isobmff.box;

/**
 * In {@code mvex}; what a sample is like when its fragment does not say (ISO/IEC 14496-12 clause
 * 8.8.3).
 *
 * @param trackId the track meant
 * @param sampleDescriptionIndex from 1
 * @param durationTicks default duration of a sample
 * @param sizeBytes default size of a sample
 * @param flags default {@link SampleFlags}
 */
public record TrackExtendsBox(
    long trackId, long sampleDescriptionIndex, long durationTicks, long sizeBytes, int flags)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("trex");

  static TrackExtendsBox read(BoxReader in) {
    in.version(0);
    in.u24();
    return new TrackExtendsBox(in.u32(), in.u32(), in.u32(), in.u32(), in.i32());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0)
        .u32(trackId)
        .u32(sampleDescriptionIndex)
        .u32(durationTicks)
        .u32(sizeBytes)
        .u32(flags);
  }
}
