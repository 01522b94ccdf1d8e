package dev.reelway.contracts.work;

import dev.reelway.contracts.master.Loudness;
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
 * @param samples encoded frames of picture or sound
 * @param quality XPSNR of sampled frames, absent for sound
 * @param loudness of a sound track, absent for a picture
 * @param damage what was bridged in the master, one sentence each
 * @param reused whether it was found instead of encoded
 * @param detail for the report
 */
public record EncodedTrackPart(
    String track,
    String objectKey,
    long sizeBytes,
    String initSha256,
    long samples,
    Optional<Quality> quality,
    Optional<Loudness.Applied> loudness,
    List<String> damage,
    boolean reused,
    PartDetail detail) {

  /** Defensive copy; documents of earlier programs have no detail. */
  public EncodedTrackPart {
    damage = List.copyOf(damage);
    detail = detail == null ? PartDetail.NONE : detail;
  }

  /** The same part, found instead of encoded. */
  public EncodedTrackPart asReused() {
    return new EncodedTrackPart(
        track, objectKey, sizeBytes, initSha256, samples, quality, loudness, damage, true, detail);
  }

  /**
   * XPSNR of sampled frames, as a sum so that parts can be added up.
   *
   * @param sumError luma error of each frame relative to the peak, weighted as XPSNR does, summed;
   *     averaging errors, not decibels, keeps black frames from hiding bad ones
   * @param frames how many frames were sampled
   */
  public record Quality(double sumError, int frames) {

    /** One frame with luma XPSNR {@code decibels}. */
    public static Quality ofFrame(double decibels) {
      return new Quality(Math.pow(10, -decibels / 10), 1);
    }

    /** Both samples together. */
    public Quality plus(Quality other) {
      return new Quality(sumError + other.sumError, frames + other.frames);
    }

    /** Luma XPSNR of all frames together, in dB. */
    public double xpsnrLuma() {
      return -10 * Math.log10(sumError / frames);
    }
  }
}
