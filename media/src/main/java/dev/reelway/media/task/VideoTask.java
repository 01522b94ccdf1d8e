package dev.reelway.media.task;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.time.TickRuns;
import java.util.List;
import java.util.Optional;

/**
 * Encodes one chunk into the given rungs, decoding it once.
 *
 * @param streamIndex video stream in the container
 * @param timeBase seconds per tick of the source time stamps
 * @param originSeconds the instant of the master's clock that becomes t = 0, for time codes
 * @param clock how the container's clock is made even
 * @param decodeFromTicks the first source frame that must be decoded, because filters with memory
 *     need it; the first wanted one if there are none
 * @param seekPoints key packets to start from, the best one first, earlier ones after it
 * @param sourceFrames presentation time of the source frame for each output frame of the chunk, and
 *     then for some frames beyond its end that only the encoders' lookahead sees
 * @param chunk which output frames
 * @param grid where segments and key frames lie
 * @param picture how the source picture lies in its frame
 * @param rungs what to encode, may be empty if there are thumbnails
 * @param thumbnails small images to make, if any
 * @param poster picture to pick, if any
 * @param tolerateDamage whether missing and damaged frames are bridged
 * @param sampleQuality whether some frames are scored
 */
public record VideoTask(
    int streamIndex,
    Rational timeBase,
    Rational originSeconds,
    ClockMap clock,
    long decodeFromTicks,
    List<SeekPoint> seekPoints,
    TickRuns sourceFrames,
    ChunkPlan chunk,
    SegmentGrid grid,
    Picture picture,
    List<RungPlan> rungs,
    Optional<ThumbnailPlan> thumbnails,
    Optional<PosterPlan> poster,
    boolean tolerateDamage,
    boolean sampleQuality)
    implements MediaTask {

  /** Defensive copies. */
  public VideoTask {
    seekPoints = List.copyOf(seekPoints);
    rungs = List.copyOf(rungs);
  }

  /** The same chunk with other rungs, and no images. */
  public VideoTask withRungs(List<RungPlan> other) {
    return new VideoTask(
        streamIndex,
        timeBase,
        originSeconds,
        clock,
        decodeFromTicks,
        seekPoints,
        sourceFrames,
        chunk,
        grid,
        picture,
        other,
        Optional.empty(),
        Optional.empty(),
        tolerateDamage,
        sampleQuality);
  }

  /**
   * How the source picture is to be understood.
   *
   * @param width coded width in pixels, of the first picture at least
   * @param height coded height in pixels
   * @param sampleAspectRatio width of a pixel over its height
   * @param crop what is cut off before anything else
   * @param mirrored whether left and right are exchanged before the turn
   * @param rotationDegrees clockwise turn to bake in: 0, 90, 180 or 270
   * @param fieldOrder whether and how pictures consist of fields; if they do, all ticks of the task
   *     are half ticks of the container
   * @param pulldown the rhythm in which film pictures are spread over the fields, if they are
   * @param colour of the source, nothing unspecified
   */
  public record Picture(
      int width,
      int height,
      Rational sampleAspectRatio,
      Crop crop,
      boolean mirrored,
      int rotationDegrees,
      FieldOrder fieldOrder,
      Optional<Pulldown> pulldown,
      Colour colour) {

    /** The shape that people see, before any turn: width over height. */
    public Rational aspect() {
      return sampleAspectRatio.times(crop.width(width)).dividedBy(Rational.of(crop.height(height)));
    }

    /** The picture of a master. */
    public static Picture of(VideoStream video) {
      return new Picture(
          video.width(),
          video.height(),
          video.sampleAspectRatio(),
          video.crop(),
          video.mirrored(),
          video.rotationDegrees(),
          video.fieldOrder(),
          video.pulldown(),
          video.colour());
    }
  }

  /** Name of the file that a rung's part is written to, inside the task's scratch folder. */
  public static String fileName(RungPlan rung) {
    return rung.track() + ".mp4";
  }

  /** Name of the {@code number}-th still of a track, from 0, beside its part. */
  public static String stillName(String track, int number) {
    return track + "-" + number + ".jpg";
  }

  /** Name of the file that the poster's part is written to. */
  public static String fileName(PosterPlan poster) {
    return poster.track() + ".mp4";
  }

  /** Name of the file that the thumbnails' part is written to. */
  public static String fileName(ThumbnailPlan thumbnails) {
    return thumbnails.track() + ".mp4";
  }
}
