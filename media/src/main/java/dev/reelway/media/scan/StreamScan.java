package dev.reelway.media.scan;

import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import java.util.List;
import java.util.Optional;

/**
 * One stream of a master with the facts of its packet list.
 *
 * @param index stream number in the container
 * @param type {@code video}, {@code audio}, {@code subtitle}, {@code data} or {@code attachment}
 * @param codec FFmpeg's codec name, empty if unknown
 * @param profile codec profile for people, may be empty
 * @param decodable whether the natives have a decoder
 * @param attachedPicture a cover image that a container shows as video
 * @param encrypted whether samples are encrypted
 * @param isDefault whether the container marks it as the default of its type
 * @param dispositions what else the container marks it as, FFmpeg's names such as {@code forced}
 * @param captions captions in its pictures, or those that it consists of
 * @param language as tagged, {@code und} if not
 * @param title as tagged, may be empty
 * @param timeBase seconds per tick
 * @param packets how many packets
 * @param bytes sum of packet sizes
 * @param firstTicks smallest presentation time of any packet that is shown
 * @param endTicks largest presentation time plus its duration
 * @param video picture facts, for video streams
 * @param audio sound facts, for audio streams
 */
public record StreamScan(
    int index,
    String type,
    String codec,
    String profile,
    boolean decodable,
    boolean attachedPicture,
    boolean encrypted,
    boolean isDefault,
    List<String> dispositions,
    CaptionScan captions,
    String language,
    String title,
    Rational timeBase,
    long packets,
    long bytes,
    long firstTicks,
    long endTicks,
    Optional<Video> video,
    Optional<Audio> audio) {

  /** Defensive copy. */
  public StreamScan {
    dispositions = List.copyOf(dispositions);
  }

  /** A stream without dispositions and captions. */
  public StreamScan(
      int index,
      String type,
      String codec,
      String profile,
      boolean decodable,
      boolean attachedPicture,
      boolean encrypted,
      boolean isDefault,
      String language,
      String title,
      Rational timeBase,
      long packets,
      long bytes,
      long firstTicks,
      long endTicks,
      Optional<Video> video,
      Optional<Audio> audio) {
    this(
        index,
        type,
        codec,
        profile,
        decodable,
        attachedPicture,
        encrypted,
        isDefault,
        List.of(),
        CaptionScan.NONE,
        language,
        title,
        timeBase,
        packets,
        bytes,
        firstTicks,
        endTicks,
        video,
        audio);
  }

  /**
   * Picture facts.
   *
   * @param width coded width in pixels
   * @param height coded height in pixels
   * @param sampleAspectRatio 1 if not tagged
   * @param crop what the container says is never shown
   * @param mirrored whether the display matrix exchanges left and right before it turns
   * @param rotationDegrees clockwise turn that a player applies: 0, 90, 180 or 270
   * @param pixelFormat FFmpeg's name
   * @param bitDepth bits per sample
   * @param primaries H.273 ColourPrimaries, 2 if not tagged
   * @param transfer H.273 TransferCharacteristics, 2 if not tagged
   * @param matrix H.273 MatrixCoefficients, 2 if not tagged
   * @param fullRange whether tagged as full range
   * @param hdr what it says about high dynamic range
   * @param fieldOrder what the first decoded frames say, or the container where those never do
   * @param averageRate frames per second by the container, 0 if unknown
   * @param changes where pictures become different inside the file, as far as the scan sees it
   * @param presentationTimes displayable frames from the first decodable one on, rising
   * @param seekPoints key packets in presentation order, thinned to about one a second
   */
  public record Video(
      int width,
      int height,
      Rational sampleAspectRatio,
      Crop crop,
      boolean mirrored,
      int rotationDegrees,
      String pixelFormat,
      int bitDepth,
      int primaries,
      int transfer,
      int matrix,
      boolean fullRange,
      HdrScan hdr,
      FieldOrder fieldOrder,
      Rational averageRate,
      List<Change> changes,
      TickRuns presentationTimes,
      List<SeekPoint> seekPoints) {

    /** Defensive copy. */
    public Video {
      changes = List.copyOf(changes);
      seekPoints = List.copyOf(seekPoints);
    }
  }

  /**
   * Pictures become different inside the file.
   *
   * @param ticks from which presentation time on
   * @param width in pixels, 0 if only decoding tells
   * @param height in pixels, 0 if only decoding tells
   */
  public record Change(long ticks, int width, int height) {}

  /**
   * Sound facts.
   *
   * @param sampleRate in Hz
   * @param channels number of channels
   * @param channelLayout FFmpeg's name
   */
  public record Audio(int sampleRate, int channels, String channelLayout) {}
}
