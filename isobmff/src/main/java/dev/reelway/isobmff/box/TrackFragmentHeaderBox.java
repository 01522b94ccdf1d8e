package dev.reelway.isobmff.box;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * In {@code traf}; what holds for all samples of the fragment unless the run says otherwise
 * (ISO/IEC 14496-12 clause 8.8.7). A field that is empty falls back to {@link TrackExtendsBox}.
 *
 * @param trackId the track
 * @param baseDataOffset where data offsets count from, in bytes of the file; empty in CMAF
 * @param sampleDescriptionIndex from 1
 * @param durationTicks default duration
 * @param sizeBytes default size
 * @param flags default {@link SampleFlags}
 * @param durationIsEmpty the fragment holds no samples, only time
 * @param baseIsMovieFragment data offsets count from the first byte of {@code moof}, as CMAF wants
 */
public record TrackFragmentHeaderBox(
    long trackId,
    OptionalLong baseDataOffset,
    OptionalLong sampleDescriptionIndex,
    OptionalLong durationTicks,
    OptionalLong sizeBytes,
    OptionalInt flags,
    boolean durationIsEmpty,
    boolean baseIsMovieFragment)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("tfhd");

  private static final int BASE_DATA_OFFSET = 0x1;
  private static final int DESCRIPTION_INDEX = 0x2;
  private static final int DURATION = 0x8;
  private static final int SIZE = 0x10;
  private static final int FLAGS = 0x20;
  private static final int DURATION_IS_EMPTY = 0x1_0000;
  private static final int BASE_IS_MOOF = 0x2_0000;

  static TrackFragmentHeaderBox read(BoxReader in) {
    in.version(0);
    int present = in.u24();
    return new TrackFragmentHeaderBox(
        in.u32(),
        (present & BASE_DATA_OFFSET) != 0 ? OptionalLong.of(in.u64()) : OptionalLong.empty(),
        optional(in, present, DESCRIPTION_INDEX),
        optional(in, present, DURATION),
        optional(in, present, SIZE),
        (present & FLAGS) != 0 ? OptionalInt.of(in.i32()) : OptionalInt.empty(),
        (present & DURATION_IS_EMPTY) != 0,
        (present & BASE_IS_MOOF) != 0);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, present()).u32(trackId);
    baseDataOffset.ifPresent(out::u64);
    sampleDescriptionIndex.ifPresent(out::u32);
    durationTicks.ifPresent(out::u32);
    sizeBytes.ifPresent(out::u32);
    flags.ifPresent(out::u32);
  }

  private int present() {
    return (baseDataOffset.isPresent() ? BASE_DATA_OFFSET : 0)
        | (sampleDescriptionIndex.isPresent() ? DESCRIPTION_INDEX : 0)
        | (durationTicks.isPresent() ? DURATION : 0)
        | (sizeBytes.isPresent() ? SIZE : 0)
        | (flags.isPresent() ? FLAGS : 0)
        | (durationIsEmpty ? DURATION_IS_EMPTY : 0)
        | (baseIsMovieFragment ? BASE_IS_MOOF : 0);
  }

  private static OptionalLong optional(BoxReader in, int present, int flag) {
    return (present & flag) != 0 ? OptionalLong.of(in.u32()) : OptionalLong.empty();
  }
}
