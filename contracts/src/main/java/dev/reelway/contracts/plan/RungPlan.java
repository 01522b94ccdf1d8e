package dev.reelway.contracts.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.util.Optional;

/**
 * One rung with every encoder setting pinned.
 *
 * @param track the CMAF track it becomes
 * @param name for people, such as {@code 720p}
 * @param width coded width, even
 * @param height coded height, even
 * @param rateDivisor the rung shows every n-th frame of the title
 * @param rate the rung's own frame rate
 * @param codec output codec
 * @param preset the encoder's preset
 * @param crf constant rate factor
 * @param maxBitsPerSecond VBV rate
 * @param bufferBits VBV buffer size
 * @param level of the codec, times ten, such as 31
 * @param bitDepth bits per sample, 8 or 10
 * @param colour explicit on every chunk
 * @param hdr what an HDR rung says about its pictures, {@link HdrMetadata#NONE} for SDR
 * @param toneMap how HDR pictures become SDR ones, absent if the range stays
 * @param use what players use it for
 */
public record RungPlan(
    String track,
    String name,
    int width,
    int height,
    int rateDivisor,
    FrameRate rate,
    VideoCodec codec,
    String preset,
    Rational crf,
    long maxBitsPerSecond,
    long bufferBits,
    int level,
    int bitDepth,
    Colour colour,
    HdrMetadata hdr,
    Optional<ToneMap> toneMap,
    RungUse use) {

  /** Plans of earlier programs say nothing of the use. */
  public RungPlan {
    use = use == null ? RungUse.PLAY : use;
  }

  /** A rung that is played. */
  public RungPlan(
      String track,
      String name,
      int width,
      int height,
      int rateDivisor,
      FrameRate rate,
      VideoCodec codec,
      String preset,
      Rational crf,
      long maxBitsPerSecond,
      long bufferBits,
      int level,
      int bitDepth,
      Colour colour,
      HdrMetadata hdr,
      Optional<ToneMap> toneMap) {
    this(
        track,
        name,
        width,
        height,
        rateDivisor,
        rate,
        codec,
        preset,
        crf,
        maxBitsPerSecond,
        bufferBits,
        level,
        bitDepth,
        colour,
        hdr,
        toneMap,
        RungUse.PLAY);
  }

  /** Whether every picture is a key picture, for fast forward. */
  @JsonIgnore
  public boolean isTrickPlay() {
    return use == RungUse.TRICK_PLAY;
  }

  /** Whether the rung is PQ or HLG. */
  public DynamicRange dynamicRange() {
    return colour.highDynamicRange() ? DynamicRange.HDR : DynamicRange.SDR;
  }

  /** The same rung as the CMAF track {@code track}. */
  public RungPlan withTrack(String track) {
    return new RungPlan(
        track,
        name,
        width,
        height,
        rateDivisor,
        rate,
        codec,
        preset,
        crf,
        maxBitsPerSecond,
        bufferBits,
        level,
        bitDepth,
        colour,
        hdr,
        toneMap,
        use);
  }
}
