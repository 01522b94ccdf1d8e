package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * What an HEVC decoder must know before the first picture, ISO/IEC 14496-15 clause 8.3.3.1.
 *
 * @param profile profile, tier and level
 * @param chromaFormat 0 monochrome, 1 4:2:0, 2 4:2:2, 3 4:4:4
 * @param bitDepthLuma 8 to 15
 * @param bitDepthChroma 8 to 15
 * @param layers temporal layers and whether each can be switched to
 * @param lengthBytes size of the length field before each unit: 1, 2 or 4
 * @param arrays parameter sets first, then messages that hold for the whole stream
 */
public record HevcDecoderConfiguration(
    HevcProfile profile,
    int chromaFormat,
    int bitDepthLuma,
    int bitDepthChroma,
    Layers layers,
    int lengthBytes,
    List<UnitArray> arrays) {

  private static final int LENGTH_BYTES = 4;
  private static final int CHROMA_444 = 3;
  private static final int[] ORDER = {
    HevcUnitType.VIDEO_PARAMETER_SET,
    HevcUnitType.SEQUENCE_PARAMETER_SET,
    HevcUnitType.PICTURE_PARAMETER_SET,
    HevcUnitType.PREFIX_SEI
  };

  /**
   * Temporal layers.
   *
   * @param count numTemporalLayers, 0 if unknown
   * @param nested temporalIdNested
   */
  public record Layers(int count, boolean nested) {}

  /**
   * All units of one type.
   *
   * @param complete whether none of them is in the samples
   * @param type see {@link HevcUnitType}
   * @param units whole units without start code
   */
  public record UnitArray(boolean complete, int type, List<Bytes> units) {

    /** Copies the list. */
    public UnitArray {
      units = List.copyOf(units);
    }
  }

  /** Copies the list. */
  public HevcDecoderConfiguration {
    arrays = List.copyOf(arrays);
  }

  /**
   * Builds the configuration from an encoder's extradata: start codes, one parameter set or more of
   * each kind. Messages about the whole stream, such as the mastering display, are kept; they may
   * be repeated in the samples.
   *
   * @throws BitstreamException if a parameter set is missing or cut short
   */
  public static HevcDecoderConfiguration fromAnnexB(byte[] extradata) {
    List<NalUnit> units = AnnexB.split(extradata);
    List<UnitArray> arrays = new ArrayList<>();
    for (int type : ORDER) {
      List<Bytes> ofType =
          units.stream().filter(u -> u.hevcType() == type).map(NalUnit::bytes).toList();
      if (ofType.isEmpty() && HevcUnitType.isParameterSet(type)) {
        throw new BitstreamException("HEVC extradata lacks a parameter set of type " + type);
      }
      if (!ofType.isEmpty()) {
        arrays.add(new UnitArray(HevcUnitType.isParameterSet(type), type, ofType));
      }
    }
    return of(arrays.get(1).units().get(0), arrays);
  }

  /** The messages about the whole stream, such as the mastering display. */
  public List<Bytes> messages() {
    return arrays.stream()
        .filter(array -> array.type() == HevcUnitType.PREFIX_SEI)
        .flatMap(array -> array.units().stream())
        .toList();
  }

  /** Clause 7.3.2.2, up to the bit depths. */
  private static HevcDecoderConfiguration of(Bytes sequenceSet, List<UnitArray> arrays) {
    BitReader bits = new BitReader(NalUnit.withoutEmulationPrevention(sequenceSet, 2), "HEVC SPS");
    bits.bits(4); // sps_video_parameter_set_id
    int subLayers = bits.bits(3);
    boolean nested = bits.bits(1) == 1;
    HevcProfile profile = HevcProfile.read(bits);
    if (subLayers > 0) {
      throw new BitstreamException("HEVC SPS with temporal sub-layers is not supported");
    }
    bits.unsignedGolomb(); // sps_seq_parameter_set_id
    int chromaFormat = (int) bits.unsignedGolomb();
    if (chromaFormat == CHROMA_444) {
      bits.bits(1); // separate_colour_plane_flag
    }
    bits.unsignedGolomb(); // width
    bits.unsignedGolomb(); // height
    if (bits.bits(1) == 1) {
      for (int i = 0; i < 4; i++) {
        bits.unsignedGolomb(); // conformance window
      }
    }
    int luma = 8 + (int) bits.unsignedGolomb();
    int chroma = 8 + (int) bits.unsignedGolomb();
    return new HevcDecoderConfiguration(
        profile, chromaFormat, luma, chroma, new Layers(1, nested), LENGTH_BYTES, arrays);
  }
}
