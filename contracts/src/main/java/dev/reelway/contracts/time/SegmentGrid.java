package dev.reelway.contracts.time;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Says where segments start. Planner, encoder, packager, manifests and verifier all ask this one
 * class, so that every track of a title is cut at the same instants.
 *
 * <pre>
 *  frame   0        48        96       144       192       240  250
 *          |--GOP---|--GOP----|--GOP----|--GOP----|--GOP----|---|
 *  segment |------------ 0 -------------|----------- 1 ---------|
 * </pre>
 *
 * A tail shorter than half a second joins the segment before it: a sliver would leave audio without
 * a frame (media rule 21), and less than half a second never raises TARGETDURATION.
 *
 * <p>For a title without video the "frame" is an AAC frame and the rate is sampleRate/1024.
 *
 * @param rate frames per second of the title
 * @param gopFrames frames from one forced key frame to the next
 * @param segmentFrames frames per segment, a multiple of {@code gopFrames}
 * @param frameCount frames in the title, at least 1
 */
public record SegmentGrid(FrameRate rate, int gopFrames, int segmentFrames, long frameCount) {

  /** Samples per AAC-LC frame (ISO/IEC 14496-3). */
  public static final int AAC_FRAME_SAMPLES = 1024;

  /** Refuses a grid on which segments would not start on a GOP. */
  public SegmentGrid {
    if (gopFrames < 1 || segmentFrames < gopFrames || segmentFrames % gopFrames != 0) {
      throw new IllegalArgumentException(
          "a segment must be a whole number of GOPs: " + segmentFrames + " / " + gopFrames);
    }
    if (frameCount < 1) {
      throw new IllegalArgumentException("a title has at least one frame, not " + frameCount);
    }
  }

  /**
   * The grid nearest to the wished durations.
   *
   * @param gopSeconds wished distance of key frames
   * @param segmentSeconds wished segment duration
   * @param divisor least common multiple of all renditions' rate divisors: cuts fall on frames that
   *     every rendition has
   */
  public static SegmentGrid near(
      FrameRate rate, Rational gopSeconds, Rational segmentSeconds, int divisor, long frameCount) {
    int gopFrames = roundToMultiple(rate.framesIn(gopSeconds), divisor);
    int segmentFrames = roundToMultiple(rate.framesIn(segmentSeconds), gopFrames);
    return new SegmentGrid(rate, gopFrames, segmentFrames, frameCount);
  }

  private static int roundToMultiple(int value, int unit) {
    return Math.max(1, Math.round((float) value / unit)) * unit;
  }

  /** How many segments the title has, at least one. */
  @JsonIgnore
  public int segmentCount() {
    long whole = frameCount / segmentFrames;
    long tail = frameCount % segmentFrames;
    boolean tailStands =
        rate.timeOf(tail).seconds().compareTo(new Rational(1, 2)) >= 0 || whole == 0;
    return Math.toIntExact(tail > 0 && tailStands ? whole + 1 : whole);
  }

  /**
   * The first frame of segment {@code segment}; for {@code segment == segmentCount()} the end of
   * the title.
   */
  public long firstFrame(int segment) {
    checkSegment(segment, segmentCount());
    return segment == segmentCount() ? frameCount : (long) segment * segmentFrames;
  }

  /** How many frames segment {@code segment} has. */
  public long framesIn(int segment) {
    checkSegment(segment, segmentCount() - 1);
    return firstFrame(segment + 1) - firstFrame(segment);
  }

  /** When segment {@code segment} starts; for {@code segmentCount()} the end of the title. */
  public MediaTime start(int segment) {
    return rate.timeOf(firstFrame(segment));
  }

  /** The title's duration. */
  @JsonIgnore
  public MediaTime duration() {
    return rate.timeOf(frameCount);
  }

  /** Whether an encoder must place an IDR at title frame {@code frame}. */
  public boolean isKeyFrame(long frame) {
    return frame % gopFrames == 0;
  }

  /**
   * A rendition at {@code 1/divisor} of the rate shows frames 0, divisor, 2·divisor …; this is how
   * many of them come before title frame {@code frame}.
   */
  public static long renditionFrames(long frame, int divisor) {
    return (frame + divisor - 1) / divisor;
  }

  /**
   * The first audio frame of segment {@code segment}, counting frames from the priming on.
   *
   * <p>Video and audio frames rarely end together, so the nearest audio frame is taken, always
   * computed from the video boundary and never accumulated (media rule 4).
   *
   * @param sampleRate in Hz, the audio track's timescale
   * @param primingSamples samples the encoder puts before the first real one, 1024 for AAC-LC
   * @param frameSamples samples in one frame, 1024 for AAC-LC
   * @param totalFrames frames in the track, which ends the last segment
   */
  public long firstAudioFrame(
      int segment, int sampleRate, int primingSamples, int frameSamples, long totalFrames) {
    if (segment == 0) {
      return 0;
    }
    if (segment == segmentCount()) {
      return totalFrames;
    }
    Rational samples = start(segment).seconds().times(sampleRate).plus(Rational.of(primingSamples));
    return Math.min(totalFrames, samples.times(new Rational(1, frameSamples)).round());
  }

  /** Real audio samples that fill the title at {@code sampleRate}, to the nearest sample. */
  public long audioSamples(int sampleRate) {
    return duration().seconds().times(sampleRate).round();
  }

  private static void checkSegment(int segment, int last) {
    if (segment < 0 || segment > last) {
      throw new IndexOutOfBoundsException("segment " + segment + " of 0.." + last);
    }
  }
}
