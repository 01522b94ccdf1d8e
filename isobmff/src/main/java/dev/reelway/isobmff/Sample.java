package dev.reelway.isobmff;

/**
 * One access unit as a fragment lists it; its bytes lie in the media data box.
 *
 * @param durationTicks decode duration, 0 or more
 * @param sizeBytes bytes in the media data box, 0 or more
 * @param compositionOffsetTicks presentation time minus decode time; may be negative, fits 32 bits
 * @param sync whether decoding can start here
 */
public record Sample(long durationTicks, int sizeBytes, long compositionOffsetTicks, boolean sync) {

  /** Refuses values that no track run can carry. */
  public Sample {
    if (durationTicks < 0 || durationTicks > 0xffff_ffffL) {
      throw new IllegalArgumentException("duration outside 0..2^32-1: " + durationTicks);
    }
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("negative size: " + sizeBytes);
    }
    if (compositionOffsetTicks != (int) compositionOffsetTicks) {
      throw new IllegalArgumentException("offset beyond 32 bits: " + compositionOffsetTicks);
    }
  }
}
