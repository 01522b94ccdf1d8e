package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.Rational;

/**
 * One sound rendition, encoded in a single task.
 *
 * @param track the CMAF track it becomes
 * @param name for people
 * @param file number of the source file
 * @param streamIndex source stream in its container
 * @param language ISO 639-2 code
 * @param role what it is for
 * @param isDefault whether players choose it on their own
 * @param sampleRate output rate in Hz, the track's timescale
 * @param channels output channels
 * @param bitsPerSecond output rate
 * @param primingSamples samples the encoder puts before the first real one
 * @param samples real samples in the track: exactly as long as the title
 * @param originSeconds the instant of the master's clock that becomes sample 0
 */
public record AudioPlan(
    String track,
    String name,
    int file,
    int streamIndex,
    String language,
    TrackRole role,
    boolean isDefault,
    int sampleRate,
    int channels,
    long bitsPerSecond,
    int primingSamples,
    long samples,
    Rational originSeconds) {

  private static final int FRAME = dev.reelway.contracts.time.SegmentGrid.AAC_FRAME_SAMPLES;

  /** AAC frames in the track, priming and the padded last one included. */
  public long frames() {
    return (primingSamples + samples + FRAME - 1) / FRAME;
  }
}
