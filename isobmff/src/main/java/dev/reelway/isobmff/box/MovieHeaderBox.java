package dev.reelway.isobmff.box;

/**
 * In {@code moov}; times and rate of the whole presentation (ISO/IEC 14496-12 clause 8.2.2).
 *
 * @param creationTime seconds since 1904-01-01 UTC; 0 keeps files byte-deterministic
 * @param modificationTime seconds since 1904-01-01 UTC
 * @param timescale ticks per second
 * @param durationTicks 0 in a file whose samples are all in fragments
 * @param rate16Dot16 playback rate, 0x10000 is normal
 * @param volume8Dot8 volume, 0x100 is full
 * @param matrix how the picture is placed
 * @param nextTrackId larger than every track id in use
 */
public record MovieHeaderBox(
    long creationTime,
    long modificationTime,
    long timescale,
    long durationTicks,
    int rate16Dot16,
    int volume8Dot8,
    TransformMatrix matrix,
    long nextTrackId)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("mvhd");

  private static final int NORMAL_RATE = 0x10000;
  private static final int FULL_VOLUME = 0x100;
  private static final int RESERVED_BYTES = 10;
  private static final int PREDEFINED_BYTES = 24;

  /** The header of a fragmented file: no duration of its own, no dates, default placement. */
  public static MovieHeaderBox ofFragmented(long timescale, long nextTrackId) {
    return new MovieHeaderBox(
        0, 0, timescale, 0, NORMAL_RATE, FULL_VOLUME, TransformMatrix.IDENTITY, nextTrackId);
  }

  static MovieHeaderBox read(BoxReader in) {
    int version = in.version(1);
    in.u24();
    long creationTime = in.time(version);
    long modificationTime = in.time(version);
    long timescale = in.u32();
    long durationTicks = in.time(version);
    int rate = in.i32();
    int volume = in.u16();
    TransformMatrix matrix = TransformMatrix.read(in.skip(RESERVED_BYTES));
    long nextTrackId = in.skip(PREDEFINED_BYTES).u32();
    return new MovieHeaderBox(
        creationTime,
        modificationTime,
        timescale,
        durationTicks,
        rate,
        volume,
        matrix,
        nextTrackId);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    int version = BoxWriter.versionFor(creationTime, modificationTime, durationTicks);
    out.versionAndFlags(version, 0)
        .time(version, creationTime)
        .time(version, modificationTime)
        .u32(timescale)
        .time(version, durationTicks)
        .u32(rate16Dot16)
        .u16(volume8Dot8)
        .zeros(RESERVED_BYTES);
    matrix.write(out);
    out.zeros(PREDEFINED_BYTES).u32(nextTrackId);
  }
}
