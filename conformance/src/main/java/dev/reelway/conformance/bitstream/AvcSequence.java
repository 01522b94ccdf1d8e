package dev.reelway.conformance.bitstream;

import dev.reelway.isobmff.codec.BitstreamException;
import java.util.Set;

/** An AVC sequence parameter set, ITU-T H.264 clause 7.3.2.1.1. */
public final class AvcSequence {
  private static final int MACROBLOCK = 16;
  private static final int CHROMA_444 = 3;
  private static final Set<Integer> WITH_CHROMA =
      Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

  private AvcSequence() {}

  /**
   * Reads a whole unit.
   *
   * @throws BitstreamException if it ends early
   */
  public static PictureFormat read(byte[] unit) {
    BitInput bits = new BitInput(unit, 1, unit.length);
    int profile = bits.bits(8);
    bits.bits(8); // constraint flags
    int level = bits.bits(8);
    bits.golomb(); // seq_parameter_set_id
    int chroma = WITH_CHROMA.contains(profile) ? chroma(bits) : 1;
    bits.golomb(); // log2_max_frame_num_minus4
    order(bits);
    bits.golomb(); // max_num_ref_frames
    bits.flag(); // gaps_in_frame_num_value_allowed_flag
    int width = (bits.golomb() + 1) * MACROBLOCK;
    int rows = bits.golomb() + 1;
    boolean frames = bits.flag();
    int height = (frames ? 1 : 2) * rows * MACROBLOCK;
    if (!frames) {
      bits.flag(); // mb_adaptive_frame_field_flag
    }
    bits.flag(); // direct_8x8_inference_flag
    if (bits.flag()) { // frame_cropping_flag
      int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
      int unitY = (chroma == 1 ? 2 : 1) * (frames ? 1 : 2);
      width -= unitX * (bits.golomb() + bits.golomb());
      height -= unitY * (bits.golomb() + bits.golomb());
    }
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

  private static int chroma(BitInput bits) {
    int chroma = bits.golomb();
    if (chroma == CHROMA_444) {
      bits.flag(); // separate_colour_plane_flag
    }
    bits.golomb(); // bit_depth_luma_minus8
    bits.golomb(); // bit_depth_chroma_minus8
    bits.flag(); // qpprime_y_zero_transform_bypass_flag
    if (bits.flag()) { // seq_scaling_matrix_present_flag
      for (int i = 0; i < (chroma == CHROMA_444 ? 12 : 8); i++) {
        if (bits.flag()) {
          scalingList(bits, i < 6 ? 16 : 64);
        }
      }
    }
    return chroma;
  }

  private static void scalingList(BitInput bits, int size) {
    int last = 8;
    int next = 8;
    for (int i = 0; i < size; i++) {
      if (next != 0) {
        next = (last + bits.signedGolomb() + 256) % 256;
      }
      last = next == 0 ? last : next;
    }
  }

  private static void order(BitInput bits) {
    int type = bits.golomb();
    if (type == 0) {
      bits.golomb();
    } else if (type == 1) {
      bits.flag();
      bits.signedGolomb();
      bits.signedGolomb();
      int cycle = bits.golomb();
      if (cycle > 255) {
        throw new BitstreamException("an impossible picture order count cycle");
      }
      for (int i = 0; i < cycle; i++) {
        bits.signedGolomb();
      }
    }
  }
}
