package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;

/** An HEVC sequence parameter set, ITU-T H.265 clause 7.3.2.2. */
public final class HevcSequence {
  private static final int HEADER_BYTES = 2;
  private static final int CHROMA_444 = 3;
  private static final int MAX_SETS = 64;
  private static final int MAX_PICTURES = 16;

  private final BitInput bits;

  private HevcSequence(byte[] unit) {
    this.bits = new BitInput(unit, HEADER_BYTES, unit.length);
  }

  /**
   * Reads a whole unit.
   *
   * @throws BitstreamException if it ends early
   */
  public static PictureFormat read(byte[] unit) {
    return new HevcSequence(unit).format();
  }

  private PictureFormat format() {
    bits.bits(4); // sps_video_parameter_set_id
    int subLayers = bits.bits(3);
    bits.flag(); // sps_temporal_id_nesting_flag
    bits.bits(3); // general_profile_space, general_tier_flag
    int profile = bits.bits(5);
    bits.skip(32 + 48);
    int level = bits.bits(8);
    subLayers(subLayers);
    bits.golomb(); // sps_seq_parameter_set_id
    int chroma = bits.golomb();
    boolean planes = chroma == CHROMA_444 && bits.flag();
    int width = bits.golomb();
    int height = bits.golomb();
    if (bits.flag()) { // conformance_window_flag
      width -= (chroma == 1 || chroma == 2 ? 2 : 1) * (bits.golomb() + bits.golomb());
      height -= (chroma == 1 && !planes ? 2 : 1) * (bits.golomb() + bits.golomb());
    }
    bits.golomb(); // bit depth luma
    bits.golomb(); // bit depth chroma
    int orderBits = bits.golomb() + 4;
    boolean each = bits.flag(); // sps_sub_layer_ordering_info_present_flag
    for (int i = each ? 0 : subLayers; i <= subLayers; i++) {
      bits.golomb();
      bits.golomb();
      bits.golomb();
    }
    tools();
    referenceSets();
    if (bits.flag()) { // long_term_ref_pics_present_flag
      bits.skip(bits.golomb() * (orderBits + 1));
    }
    bits.skip(2); // sps_temporal_mvp_enabled_flag, strong_intra_smoothing_enabled_flag
    UsabilityInformation usability =
        bits.flag() ? UsabilityInformation.read(bits) : UsabilityInformation.NONE;
    return new PictureFormat(
        width,
        height,
        profile,
        level,
        usability.colour(),
        usability.pixelWidth(),
        usability.pixelHeight());
  }

  private void subLayers(int count) {
    boolean[] profiles = new boolean[count];
    boolean[] levels = new boolean[count];
    for (int i = 0; i < count; i++) {
      profiles[i] = bits.flag();
      levels[i] = bits.flag();
    }
    if (count > 0) {
      bits.skip(2 * (8 - count));
    }
    for (int i = 0; i < count; i++) {
      bits.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
    }
  }

  /** Block sizes, scaling lists, filters and PCM. */
  private void tools() {
    for (int i = 0; i < 6; i++) {
      bits.golomb();
    }
    boolean scaling = bits.flag();
    if (scaling && bits.flag()) { // the lists are in here, else the default ones hold
      scalingLists();
    }
    bits.skip(2); // amp_enabled_flag, sample_adaptive_offset_enabled_flag
    if (bits.flag()) { // pcm_enabled_flag
      bits.skip(8);
      bits.golomb();
      bits.golomb();
      bits.flag();
    }
  }

  private void scalingLists() {
    for (int size = 0; size < 4; size++) {
      for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
        if (!bits.flag()) {
          bits.golomb(); // as another one
        } else {
          int coefficients = Math.min(64, 1 << (4 + (size << 1)));
          for (int i = size > 1 ? -1 : 0; i < coefficients; i++) {
            bits.signedGolomb();
          }
        }
      }
    }
  }

  /** Clause 7.3.7: each set may be told as a difference to the one before. */
  private void referenceSets() {
    int count = bits.golomb();
    if (count > MAX_SETS) {
      throw new BitstreamException("an impossible number of reference picture sets");
    }
    int before = 0;
    for (int i = 0; i < count; i++) {
      before = i > 0 && bits.flag() ? predicted(before) : explicit();
    }
  }

  private int predicted(int before) {
    bits.flag(); // delta_rps_sign
    bits.golomb(); // abs_delta_rps_minus1
    int pictures = 0;
    for (int i = 0; i <= before; i++) {
      boolean used = bits.flag();
      if (used || bits.flag()) {
        pictures++;
      }
    }
    return pictures;
  }

  private int explicit() {
    int negative = bits.golomb();
    int positive = bits.golomb();
    if (negative > MAX_PICTURES || positive > MAX_PICTURES) {
      throw new BitstreamException("an impossible number of reference pictures");
    }
    for (int i = 0; i < negative + positive; i++) {
      bits.golomb();
      bits.flag();
    }
    return negative + positive;
  }
}
