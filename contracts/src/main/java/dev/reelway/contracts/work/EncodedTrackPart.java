package dev.reelway.contracts.work;

import java.util.List;
import java.util.Optional;

/**
 * One work object: a fragmented MP4 of one rung of a chunk, or of a whole sound track; one fragment
 * per segment, absolute timing. Verified before it was put.
 *
 * @param track the CMAF track it belongs to
 * @param objectKey where the bytes lie
 * @param sizeBytes length of the object
 * @param initSha256 hash of its init segment: all parts of a track must have the same
 * @param samples video frames or AAC frames
 * @param quality XPSNR of sampled frames, absent for sound
 * @param damage what was bridged in the master, one sentence each
 * @param reused whether it was found instead of encoded
 */
public record EncodedTrackPart(
    String track,
    String objectKey,
    long sizeBytes,
    String initSha256,
    long samples,
    Optional<Quality> quality,
    List<String> damage,
    boolean reused) {

  /** Defensive copy. */
  public EncodedTrackPart {
    damage = List.copyOf(damage);
  }

  /** The same part, found instead of encoded. */
  public EncodedTrackPart asReused() {
    return new EncodedTrackPart(
        track, objectKey, sizeBytes, initSha256, samples, quality, damage, true);
  }

  /**
   * Sum over sampled frames, so that parts can be added up.
   *
   * @param sumXpsnrLuma luma XPSNR in dB, summed
   * @param frames how many frames were sampled
   */
  public record Quality(double sumXpsnrLuma, int frames) {

    /** Both samples together. */
    public Quality plus(Quality other) {
      return new Quality(sumXpsnrLuma + other.sumXpsnrLuma, frames + other.frames);
    }

    /** Mean luma XPSNR in dB. */
    public double meanXpsnrLuma() {
      return sumXpsnrLuma / frames;
    }
  }
}
