package dev.reelway.contracts.master;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import java.util.List;
import java.util.Optional;

/**
 * The picture of a master with its exact frame index.
 *
 * @param index stream number in the container
 * @param codec FFmpeg's codec name, such as {@code h264}
 * @param profile the codec profile for people, may be empty
 * @param width coded width in pixels
 * @param height coded height in pixels
 * @param sampleAspectRatio width of a pixel over its height
 * @param crop what a player cuts off before anything else
 * @param mirrored whether a player exchanges left and right, before it turns the picture
 * @param rotationDegrees clockwise turn that a player applies: 0, 90, 180 or 270
 * @param pixelFormat FFmpeg's pixel format name, such as {@code yuv420p}
 * @param bitDepth bits per sample
 * @param colour as tagged; unspecified code points are filled by the rule of the inspection
 * @param hdr what the master says about its HDR pictures, {@link HdrMetadata#NONE} for SDR
 * @param fieldOrder whether and how pictures consist of fields; fields become frames, and then all
 *     ticks below are half ticks of the container: the first field of a picture at t is at 2 t, its
 *     second one halfway to the next picture, at t + t'
 * @param pulldown the rhythm in which whole film pictures are spread over the fields, if they are;
 *     a film picture whose fields lie in two pictures is named by the first of them
 * @param timeBase seconds per tick of the time stamps below
 * @param rate the constant rate that the title will have
 * @param variableRate whether frames are repeated or dropped to reach {@code rate}
 * @param presentationTimes when each displayable frame (or field) of the master is shown, rising,
 *     in ticks
 * @param frameMap for each output frame the presentation time of the source frame it shows
 * @param seekPoints key packets in presentation order
 * @param bitsPerSecond average rate of the stream
 */
public record VideoStream(
    int index,
    String codec,
    String profile,
    int width,
    int height,
    Rational sampleAspectRatio,
    Crop crop,
    boolean mirrored,
    int rotationDegrees,
    String pixelFormat,
    int bitDepth,
    Colour colour,
    HdrMetadata hdr,
    FieldOrder fieldOrder,
    Optional<Pulldown> pulldown,
    Rational timeBase,
    FrameRate rate,
    boolean variableRate,
    TickRuns presentationTimes,
    TickRuns frameMap,
    List<SeekPoint> seekPoints,
    long bitsPerSecond) {

  /** Defensive copy. */
  public VideoStream {
    seekPoints = List.copyOf(seekPoints);
  }
}
