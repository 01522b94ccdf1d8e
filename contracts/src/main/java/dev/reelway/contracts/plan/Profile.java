package dev.reelway.contracts.plan;

import dev.reelway.contracts.time.Rational;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

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
 * @param text how subtitles are stored
 * @param scrubbing what is made for finding a place in the title
 */
public record Profile(
    String name,
    Rational segmentSeconds,
    Rational gopSeconds,
    Interlaced interlaced,
    List<Rung> video,
    Audio audio,
    Text text,
    Scrubbing scrubbing) {

  /**
   * What is made for finding a place in the title.
   *
   * @param trickPlay whether there is a rendition of key pictures for fast forward
   * @param thumbnails whether there are small images along the time line
   */
  public record Scrubbing(boolean trickPlay, boolean thumbnails) {

    /** Nothing of it. */
    public static final Scrubbing NONE = new Scrubbing(false, false);
  }

  /** A profile with WebVTT and nothing for scrubbing. */
  public Profile(
      String name,
      Rational segmentSeconds,
      Rational gopSeconds,
      Interlaced interlaced,
      List<Rung> video,
      Audio audio) {
    this(name, segmentSeconds, gopSeconds, interlaced, video, audio, Text.WEBVTT, Scrubbing.NONE);
  }

  /** How subtitles are stored. */
  public enum Text {
    /** As WebVTT files for HLS and as WebVTT in MP4 for DASH. */
    WEBVTT,
    /** As documents of IMSC1 in MP4 for both. */
    IMSC1;

    /** What a text track is made in. */
    public List<TextFormat> formats() {
      return this == IMSC1
          ? List.of(TextFormat.IMSC1)
          : List.of(TextFormat.WEBVTT, TextFormat.WVTT);
    }
  }

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
   * @param bitsPerSecond rate of the stereo AAC-LC rendition, which every sound has
   * @param sampleRate output rate in Hz; Opus always has 48000
   * @param opusBitsPerSecond rate of a stereo Opus rendition beside it, absent for none
   * @param surround rates of surround renditions by codec, made where the master has surround;
   *     empty for stereo only
   * @param monoTracks what several mono tracks of a master are
   * @param loudness how loud all renditions shall be, absent to leave them as they are
   */
  public record Audio(
      long bitsPerSecond,
      int sampleRate,
      OptionalLong opusBitsPerSecond,
      Map<AudioCodec, Long> surround,
      MonoTracks monoTracks,
      Optional<LoudnessTarget> loudness) {

    /** Defensive copy, in the order of the codecs. */
    public Audio {
      surround = Collections.unmodifiableMap(new TreeMap<>(surround));
    }

    /** Nothing but stereo AAC. */
    public static Audio stereo(long bitsPerSecond, int sampleRate) {
      return new Audio(
          bitsPerSecond,
          sampleRate,
          OptionalLong.empty(),
          Map.of(),
          MonoTracks.AUTO,
          Optional.empty());
    }
  }

  /** What several mono tracks of a master are. */
  public enum MonoTracks {
    /** By their number, container and codec. */
    AUTO,
    /** Every two are a stereo pair. */
    PAIRS,
    /**
     * The first six are 5.1 (left, right, centre, bass, surrounds), a pair after them its stereo.
     */
    SURROUND,
    /** Each is a sound of its own. */
    SEPARATE
  }
}
