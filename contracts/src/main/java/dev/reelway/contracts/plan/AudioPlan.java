package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.Optional;

/**
 * One sound rendition, encoded in a single task.
 *
 * @param track the CMAF track it becomes
 * @param name for people, the same for all renditions of one sound
 * @param file number of the source file
 * @param mix which streams and channels of that file become which channels
 * @param language ISO 639-2 code
 * @param role what it is for
 * @param isDefault whether players choose it on their own
 * @param codec output codec
 * @param sampleRate output rate in Hz, the track's timescale
 * @param bitsPerSecond output rate
 * @param loudness how loud it shall be, absent to leave it as it is
 * @param samples real samples in the track: exactly as long as the title
 * @param originSeconds the instant of the file's clock that becomes sample 0
 */
public record AudioPlan(
    String track,
    String name,
    int file,
    AudioMix mix,
    String language,
    TrackRole role,
    boolean isDefault,
    AudioCodec codec,
    int sampleRate,
    long bitsPerSecond,
    Optional<LoudnessTarget> loudness,
    long samples,
    Rational originSeconds) {

  /** This as track {@code id}. */
  public AudioPlan named(String id) {
    return new AudioPlan(
        id,
        name,
        file,
        mix,
        language,
        role,
        isDefault,
        codec,
        sampleRate,
        bitsPerSecond,
        loudness,
        samples,
        originSeconds);
  }

  /** Output channels. */
  public int channels() {
    return mix.channels();
  }

  /** Samples the encoder puts before the first real one. */
  public int primingSamples() {
    return codec.primingSamples();
  }

  /** Encoded frames in the track, priming and the padded last one included. */
  public long frames() {
    int frame = codec.frameSamples();
    return (primingSamples() + samples + frame - 1) / frame;
  }

  /** The first encoded frame of segment {@code segment} of {@code grid}. */
  public long firstFrame(SegmentGrid grid, int segment) {
    return grid.firstAudioFrame(
        segment, sampleRate, primingSamples(), codec.frameSamples(), frames());
  }
}
