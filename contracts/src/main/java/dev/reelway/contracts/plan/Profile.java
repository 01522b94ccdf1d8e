package dev.reelway.contracts.plan;

import dev.reelway.contracts.time.Rational;
import java.util.List;

/**
 * How titles are to be encoded: what a content team chooses at submit, written as a ladder file in
 * YAML.
 *
 * @param name for people
 * @param segmentSeconds wished segment duration
 * @param gopSeconds wished distance of key frames
 * @param interlaced what becomes of interlaced masters
 * @param video rungs from the highest to the lowest
 * @param audio settings of every sound track
 */
public record Profile(
    String name,
    Rational segmentSeconds,
    Rational gopSeconds,
    Interlaced interlaced,
    List<Rung> video,
    Audio audio) {

  /** What becomes of interlaced masters. */
  public enum Interlaced {
    /** Each field becomes a frame: 50i becomes 50p, and movement stays as smooth as it was. */
    FIELDS,
    /** Each picture becomes one frame: 50i becomes 25p. */
    FRAMES
  }

  /** Defensive copy. */
  public Profile {
    video = List.copyOf(video);
  }

  /**
   * One wished quality of the picture.
   *
   * @param height picture height in pixels (of the shorter side for portrait masters)
   * @param codec output codec
   * @param dynamicRange HDR rungs exist only for HDR masters; SDR rungs are tone-mapped for them
   * @param preset the encoder's preset
   * @param crf constant rate factor
   * @param maxBitsPerSecond cap of the rate, also the VBV rate
   * @param maxFramesPerSecond a faster title shows every 2nd, 3rd … frame on this rung
   */
  public record Rung(
      int height,
      VideoCodec codec,
      DynamicRange dynamicRange,
      String preset,
      Rational crf,
      long maxBitsPerSecond,
      Rational maxFramesPerSecond) {}

  /**
   * Sound settings.
   *
   * @param bitsPerSecond rate of the stereo AAC-LC rendition
   * @param sampleRate output rate in Hz
   */
  public record Audio(long bitsPerSecond, int sampleRate) {}
}
