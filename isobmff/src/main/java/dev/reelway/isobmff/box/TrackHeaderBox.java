package dev.reelway.isobmff.box;

/**
 * In {@code trak}; identity and display size of a track (ISO/IEC 14496-12 clause 8.3.2).
 *
 * @param flags {@link #ENABLED} and its neighbours
 * @param creationTime seconds since 1904-01-01 UTC
 * @param modificationTime seconds since 1904-01-01 UTC
 * @param trackId from 1
 * @param durationTicks in the movie's timescale; 0 in a CMAF track
 * @param layer lower is in front
 * @param alternateGroup tracks of one group, not 0, replace each other
 * @param volume8Dot8 0x100 for sound, 0 for everything else
 * @param matrix how the picture is placed
 * @param width16Dot16 display width in square pixels, fixed point; 0 without a picture
 * @param height16Dot16 display height, fixed point
 */
public record TrackHeaderBox(
    int flags,
    long creationTime,
    long modificationTime,
    long trackId,
    long durationTicks,
    int layer,
    int alternateGroup,
    int volume8Dot8,
    TransformMatrix matrix,
    long width16Dot16,
    long height16Dot16)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("tkhd");

  /** The track is enabled and part of the presentation: flags 1 and 2. */
  public static final int ENABLED = 3;

  private static final int FULL_VOLUME = 0x100;

  /** The header of a CMAF video track that shows {@code width} × {@code height} square pixels. */
  public static TrackHeaderBox ofVideo(long trackId, long width, long height) {
    return new TrackHeaderBox(
        ENABLED, 0, 0, trackId, 0, 0, 0, 0, TransformMatrix.IDENTITY, width << 16, height << 16);
  }

  /** The header of a CMAF audio track. */
  public static TrackHeaderBox ofAudio(long trackId) {
    return new TrackHeaderBox(
        ENABLED, 0, 0, trackId, 0, 0, 0, FULL_VOLUME, TransformMatrix.IDENTITY, 0, 0);
  }

  /** The header of a CMAF text track; it fills the picture, whatever its size. */
  public static TrackHeaderBox ofText(long trackId) {
    return new TrackHeaderBox(ENABLED, 0, 0, trackId, 0, 0, 0, 0, TransformMatrix.IDENTITY, 0, 0);
  }

  static TrackHeaderBox read(BoxReader in) {
    int version = in.version(1);
    int flags = in.u24();
    long creationTime = in.time(version);
    long modificationTime = in.time(version);
    long trackId = in.u32();
    in.skip(4);
    long durationTicks = in.time(version);
    in.skip(8);
    return new TrackHeaderBox(
        flags,
        creationTime,
        modificationTime,
        trackId,
        durationTicks,
        in.u16(),
        in.u16(),
        in.u16(),
        TransformMatrix.read(in.skip(2)),
        in.u32(),
        in.u32());
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    int version = BoxWriter.versionFor(creationTime, modificationTime, durationTicks);
    out.versionAndFlags(version, flags)
        .time(version, creationTime)
        .time(version, modificationTime)
        .u32(trackId)
        .zeros(4)
        .time(version, durationTicks)
        .zeros(8)
        .u16(layer)
        .u16(alternateGroup)
        .u16(volume8Dot8)
        .zeros(2);
    matrix.write(out);
    out.u32(width16Dot16).u32(height16Dot16);
  }
}
