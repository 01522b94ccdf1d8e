package dev.reelway.isobmff.codec;

/**
 * The fields of an AV1 sequence header that containers and manifests repeat (AV1 bitstream
 * specification, 5.5).
 *
 * @param profile seq_profile
 * @param level seq_level_idx of the first operating point
 * @param highTier seq_tier of the first operating point
 * @param format of the samples
 * @param primaries H.273 code point, 2 if unspecified
 * @param transfer H.273 code point, 2 if unspecified
 * @param matrix H.273 code point, 2 if unspecified
 * @param fullRange color_range
 */
public record Av1SequenceHeader(
    int profile,
    int level,
    boolean highTier,
    Av1SampleFormat format,
    int primaries,
    int transfer,
    int matrix,
    boolean fullRange) {

  /** Levels above this index have a tier, 5.5.1. */
  private static final int LAST_LEVEL_WITHOUT_TIER = 7;

  private static final int PROFESSIONAL = 2;
  private static final int UNSPECIFIED = 2;
  private static final int BT_709 = 1;
  private static final int SRGB = 13;
  private static final int IDENTITY = 0;

  static Av1SequenceHeader parse(byte[] payload) {
    return new Parser(new BitReader(payload, "AV1 sequence header")).header();
  }

  /** One pass over the bits, in the order of the specification. */
  private static final class Parser {
    private final BitReader bits;
    private int level;
    private boolean highTier;

    Parser(BitReader bits) {
      this.bits = bits;
    }

    Av1SequenceHeader header() {
      int profile = bits.bits(3);
      flag(); // still_picture
      boolean reduced = flag();
      if (reduced) {
        level = bits.bits(5);
      } else {
        operatingPoints();
      }
      size();
      tools(reduced);
      return colour(profile);
    }

    private void operatingPoints() {
      boolean decoderModel = false;
      int delayBits = 0;
      if (flag()) { // timing_info_present_flag
        bits.bits(16);
        bits.bits(16);
        bits.bits(16);
        bits.bits(16);
        if (flag()) { // equal_picture_interval
          bits.unsignedGolomb();
        }
        decoderModel = flag();
        if (decoderModel) {
          delayBits = bits.bits(5) + 1;
          bits.bits(16);
          bits.bits(16);
          bits.bits(10);
        }
      }
      boolean displayDelay = flag();
      int points = bits.bits(5) + 1;
      for (int i = 0; i < points; i++) {
        operatingPoint(i == 0, decoderModel ? delayBits : 0, displayDelay);
      }
    }

    private void operatingPoint(boolean first, int delayBits, boolean displayDelay) {
      bits.bits(12); // operating_point_idc
      int index = bits.bits(5);
      boolean tier = index > LAST_LEVEL_WITHOUT_TIER && flag();
      if (first) {
        level = index;
        highTier = tier;
      }
      if (delayBits > 0 && flag()) {
        skip(2 * delayBits + 1);
      }
      if (displayDelay && flag()) {
        bits.bits(4);
      }
    }

    private void size() {
      int widthBits = bits.bits(4) + 1;
      int heightBits = bits.bits(4) + 1;
      skip(widthBits + heightBits);
    }

    private void tools(boolean reduced) {
      if (!reduced && flag()) { // frame_id_numbers_present_flag
        bits.bits(7);
      }
      bits.bits(3); // superblocks, filter intra, intra edge filter
      if (!reduced) {
        interTools();
      }
      bits.bits(3); // superres, cdef, restoration
    }

    private void interTools() {
      bits.bits(4); // interintra, masked compound, warped motion, dual filter
      if (flag()) { // enable_order_hint
        bits.bits(2); // jnt_comp, ref_frame_mvs
        screenContent();
        bits.bits(3); // order_hint_bits_minus_1
      } else {
        screenContent();
      }
    }

    private void screenContent() {
      boolean chosenPerFrame = flag();
      boolean screenContent = chosenPerFrame || flag();
      if (screenContent && !flag()) { // seq_choose_integer_mv
        bits.bits(1);
      }
    }

    private Av1SequenceHeader colour(int profile) {
      boolean high = flag();
      boolean twelve = profile == PROFESSIONAL && high && flag();
      int depth = twelve ? 12 : high ? 10 : 8;
      boolean monochrome = profile != 1 && flag();
      boolean described = flag();
      int primaries = described ? bits.bits(8) : UNSPECIFIED;
      int transfer = described ? bits.bits(8) : UNSPECIFIED;
      int matrix = described ? bits.bits(8) : UNSPECIFIED;
      boolean rgb = primaries == BT_709 && transfer == SRGB && matrix == IDENTITY;
      boolean fullRange = (rgb && !monochrome) || flag();
      Av1SampleFormat format =
          monochrome
              ? new Av1SampleFormat(depth, true, 1, 1, 0)
              : rgb ? new Av1SampleFormat(depth, false, 0, 0, 0) : sampling(profile, depth);
      return new Av1SequenceHeader(
          profile, level, highTier, format, primaries, transfer, matrix, fullRange);
    }

    private Av1SampleFormat sampling(int profile, int depth) {
      int x = profile == 1 ? 0 : 1;
      int y = profile == 0 ? 1 : 0;
      if (profile == PROFESSIONAL && depth == 12) {
        x = bits.bits(1);
        y = x == 1 ? bits.bits(1) : 0;
      }
      int position = x == 1 && y == 1 ? bits.bits(2) : 0;
      return new Av1SampleFormat(depth, false, x, y, position);
    }

    private boolean flag() {
      return bits.bits(1) == 1;
    }

    private void skip(int count) {
      for (int i = 0; i < count; i++) {
        bits.bits(1);
      }
    }
  }
}
