package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * Chroma and bit depth of an AVC stream of High profile or above, ISO/IEC 14496-15 clause 5.3.3.1.
 *
 * @param chromaFormat 0 monochrome, 1 4:2:0, 2 4:2:2, 3 4:4:4
 * @param bitDepthLuma 8 to 14
 * @param bitDepthChroma 8 to 14
 * @param sequenceParameterSetExtensions whole units without start code, usually none
 */
public record AvcSampleFormat(
    int chromaFormat,
    int bitDepthLuma,
    int bitDepthChroma,
    List<Bytes> sequenceParameterSetExtensions) {
  private static final int SPS_HEADER_BYTES = 4;
  private static final int CHROMA_444 = 3;

  /** Copies the list. */
  public AvcSampleFormat {
    sequenceParameterSetExtensions = List.copyOf(sequenceParameterSetExtensions);
  }

  /** Whether a configuration record of this profile ends with these fields. */
  public static boolean isInConfigurationOf(int profile) {
    return profile == 100 || profile == 110 || profile == 122 || profile == 244 || profile == 144;
  }

  /** Reads the fields from an SPS (clause 7.3.2.1.1); empty below High profile. */
  static Optional<AvcSampleFormat> ofSequenceParameterSet(Bytes unit, List<Bytes> extensions) {
    if (!isInConfigurationOf(unit.at(1))) {
      return Optional.empty();
    }
    BitReader bits =
        new BitReader(NalUnit.withoutEmulationPrevention(unit, SPS_HEADER_BYTES), "AVC SPS");
    bits.unsignedGolomb(); // seq_parameter_set_id
    int chromaFormat = (int) bits.unsignedGolomb();
    if (chromaFormat == CHROMA_444) {
      bits.bits(1); // separate_colour_plane_flag
    }
    int luma = 8 + (int) bits.unsignedGolomb();
    int chroma = 8 + (int) bits.unsignedGolomb();
    if (chromaFormat > CHROMA_444 || luma > 14 || chroma > 14) {
      throw new BitstreamException("AVC SPS has impossible chroma format or bit depth");
    }
    return Optional.of(new AvcSampleFormat(chromaFormat, luma, chroma, extensions));
  }
}
