package dev.reelway.isobmff.codec;

/**
 * What a decoder must be able to do (profile_tier_level, ITU-T H.265 clause 7.3.3).
 *
 * @param space profile_space, 0 in all known streams
 * @param highTier whether the high tier's bit rates are needed
 * @param profile 1 Main, 2 Main 10
 * @param compatibility 32 flags, that of profile 0 in the highest bit
 * @param constraints 48 flags, progressive_source_flag in the highest bit
 * @param level thirty times the level, so 120 is level 4.0
 */
public record HevcProfile(
    int space, boolean highTier, int profile, long compatibility, long constraints, int level) {

  static final int SIZE_BYTES = 12;

  static HevcProfile read(BitReader bits) {
    int space = bits.bits(2);
    boolean highTier = bits.bits(1) == 1;
    int profile = bits.bits(5);
    long compatibility = (long) bits.bits(16) << 16 | bits.bits(16);
    long constraints = (long) bits.bits(24) << 24 | bits.bits(24);
    return new HevcProfile(space, highTier, profile, compatibility, constraints, bits.bits(8));
  }
}
